import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RETENTION_DAYS } from '../model/contact.ts';

/** What signs links. */
const Secret = z.string().min(32, 'is too short: 32 characters or more, for example of "openssl rand -hex 32".');

/** Everything that an administrator sets, from the environment. */
const Environment = z.object({
  NODE_ENV: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is no address of a mail server. Write smtp://user:password@host:587.' }).optional(),
  SITE_URL: z.url().default('http://localhost:4321'),
  DESK_SECRET: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(z.tuple([Secret], Secret))
    .optional(),
  DESK_COORDINATION: z.email('is no e-mail address.').optional(),
  DESK_FROM: z.email('is no e-mail address.').optional(),
  DESK_PATIENCE_HOURS: z.coerce.number().positive().default(72),
  DESK_RETENTION_DAYS: z.coerce.number().positive().default(RETENTION_DAYS),
  DESK_RATE_PER_HOUR: z.coerce.number().positive().default(20),
  DESK_RATE_IN_ALL: z.coerce.number().positive().default(600),
});

/** The settings of the desk. */
export interface DeskSettings {
  isProduction: boolean;
  dataDir: string;
  database: string;
  smtp: string | undefined;
  site: string;
  /** The first signs; links that another has signed still hold. */
  secrets: [string, ...string[]];
  coordination: string;
  from: string;
  patience: number;
  retention: number;
  ratePerHour: number;
  rateInAll: number;
}

/** On a machine of one's own the secret is made once and kept with the data. */
function ownSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const made = randomBytes(32).toString('hex');
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}

/**
 * Reads the settings.
 * @param environment - `process.env`.
 * @returns Complete settings.
 * @throws {Error} Says each variable that is wrong or, in production, missing.
 */
export function readSettings(environment: NodeJS.ProcessEnv): DeskSettings {
  const { success, data, error } = Environment.safeParse(environment);
  if (!success) throw new Error(error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  const isProduction = data.NODE_ENV === 'production';
  const missing = (['DESK_SECRET', 'DESK_COORDINATION', 'SMTP_URL', 'SITE_URL'] as const).filter((name) => !environment[name]);
  if (isProduction && missing.length > 0)
    throw new Error(`In production the desk needs ${missing.join(', ')}. See docs/operations.md, or build with DESK=off.`);
  const host = new URL(data.SITE_URL).hostname;
  return {
    isProduction,
    dataDir: data.DATA_DIR,
    database: data.DATABASE_URL ?? join(data.DATA_DIR, 'desk.sqlite'),
    smtp: data.SMTP_URL,
    site: data.SITE_URL.replace(/\/$/, ''),
    secrets: data.DESK_SECRET ?? [ownSecret(data.DATA_DIR)],
    coordination: data.DESK_COORDINATION ?? `coordination@${host}`,
    from: data.DESK_FROM ?? `abrid@${host}`,
    patience: data.DESK_PATIENCE_HOURS,
    retention: data.DESK_RETENTION_DAYS,
    ratePerHour: data.DESK_RATE_PER_HOUR,
    rateInAll: data.DESK_RATE_IN_ALL,
  };
}
