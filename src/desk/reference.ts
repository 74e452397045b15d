import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

/** Digits and letters that are not taken for each other when they are read out: 31, a prime. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** Tells one wrong symbol and two that were exchanged: weights differ, and the number of symbols is a prime. */
function checkSymbol(symbols: string): string {
  const sum = Array.from(symbols).reduce((total, symbol, index) => total + (index + 1) * ALPHABET.indexOf(symbol), 0);
  return ALPHABET[sum % ALPHABET.length] ?? '';
}

/**
 * Makes the number of a request: short, readable on the phone, not to be guessed from another.
 * @returns `7K3M-9QXT-5`: eight random symbols (some 39 bits) and one that checks them.
 */
export function newReference(): string {
  const symbols = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}-${checkSymbol(symbols)}`;
}

/**
 * Reads a number as somebody typed or said it.
 * @param text - With or without hyphens, in small letters.
 * @returns As `newReference` writes it; undefined where the check symbol says that it was misread.
 */
export function readReference(text: string): string | undefined {
  const symbols = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (symbols.length !== LENGTH + 1 || Array.from(symbols).some((symbol) => !ALPHABET.includes(symbol))) return undefined;
  const body = symbols.slice(0, LENGTH);
  return checkSymbol(body) === symbols[LENGTH] ? `${body.slice(0, 4)}-${body.slice(4)}-${symbols.slice(LENGTH)}` : undefined;
}

/** Signs links, so that only this desk can have made them. */
export interface Signer {
  /** URL-safe text of 32 symbols for what is signed, in order (192 bits of HMAC-SHA-256, RFC 2104). */
  sign: (...parts: readonly string[]) => string;
  /** Whether a signature is of these parts; its time does not tell where it differs. */
  isSigned: (given: string, ...parts: readonly string[]) => boolean;
}

/**
 * Makes the signer of the desk.
 * @param secrets - The first signs. Links that were signed with one of the others still hold: so a secret is replaced.
 * @returns Signs and checks.
 */
export function openSigner(secrets: readonly [string, ...string[]]): Signer {
  const signWith = (secret: string, parts: readonly string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
  return {
    sign: (...parts) => signWith(secrets[0], parts),
    isSigned: (given, ...parts) => secrets.some((secret) => isSame(given, signWith(secret, parts))),
  };
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
