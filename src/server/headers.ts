/**
 * Sent with every answer. The policy of styles and pictures stands in each page, which knows its own hashes.
 * `deploy/nginx.conf` and `deploy/Caddyfile` repeat these values; tests/unit/server/static-hosts.test.ts compares them.
 */
export const SECURITY_HEADERS = {
  'content-security-policy': "script-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), payment=(), geolocation=(self)',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/**
 * Tells browsers to fetch a page when a finger comes down on its link, before it is lifted. They leave it alone where the
 * visitor saves data. @see https://wicg.github.io/nav-speculation/speculation-rules.html
 */
export const SPECULATION_RULES = '/speculation-rules.json';
/** The type that browsers ask for there; the ending alone would say `application/json`. */
export const SPECULATION_RULES_TYPE = 'application/speculationrules+json';

/** Folders of files that get another name when they change. */
const UNCHANGING_FOLDER = /^(?:_astro|fonts)[/\\]/;

/**
 * The headers that depend on the file that is sent.
 * @param path - Below the folder of the site, without a slash at the beginning; of the compressed file, where that is sent.
 * @param hasRules - Whether the site has rules for fetching links early.
 * @returns How long the file may be kept and, for a page, where the rules for fetching links early stand.
 */
export function fileHeaders(path: string, hasRules: boolean): Record<string, string> {
  const isPage = path.replace(/\.(?:br|gz)$/, '').endsWith('.html');
  return {
    'cache-control': UNCHANGING_FOLDER.test(path) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    ...(isPage && hasRules && { 'speculation-rules': `"${SPECULATION_RULES}"` }),
  };
}
