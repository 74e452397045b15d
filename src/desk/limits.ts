import { createHmac, randomBytes } from 'node:crypto';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;

/**
 * Counts requests by address and in all. Addresses are kept as keyed hashes in memory; the key is thrown away daily.
 * @param most - Requests an hour from one address, and a minute in all.
 * @param now - Milliseconds of a clock that is never put back.
 * @returns Whether one more may come from an address; it is counted if so.
 */
export function openLimits(most: { perHour: number; inAll: number }, now: () => number): (address: string) => boolean {
  let key = randomBytes(32);
  let keyMade = now();
  let counts = new Map<string, { count: number; until: number }>();
  let all = { count: 0, until: 0 };
  return (address) => {
    const moment = now();
    if (moment - keyMade > DAY) {
      key = randomBytes(32);
      keyMade = moment;
      counts = new Map();
    }
    if (moment >= all.until) all = { count: 0, until: moment + MINUTE };
    const hashed = createHmac('sha256', key).update(address).digest('base64url').slice(0, 16);
    const known = counts.get(hashed);
    const own = known && moment < known.until ? known : { count: 0, until: moment + HOUR };
    if (own.count >= most.perHour || all.count >= most.inAll) return false;
    own.count += 1;
    all.count += 1;
    counts.set(hashed, own);
    return true;
  };
}
