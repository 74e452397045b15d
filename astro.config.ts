import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import manifest from './package.json' with { type: 'json' };
import { bundlerTargets } from './scripts/build/browsers.ts';
import { officeOffsets } from './src/model/office-time.ts';
import { officeCalendar } from './src/model/opening-state.ts';
import { readCalendar } from './src/reader/read-content.ts';

/** Three years: longer than any copy of the site should go without being built again. */
const DAYS_OF_OFFSETS = 3 * 366;

const calendar = officeCalendar((await readCalendar('src/content')).values());

/** `Features.LightDark` of Lightning CSS, which prepares two variables for a function that no style uses. */
const LIGHT_DARK = 1 << 20;

export default defineConfig({
  // Canonical addresses need a host. Whoever publishes the portal names it; a local build names itself.
  site: process.env['SITE_URL'] ?? 'http://localhost:4321',
  output: 'static',
  adapter: node({ mode: 'middleware' }),
  trailingSlash: 'always',
  session: false,
  prerenderConflictBehavior: 'error',
  // No page shows code, and highlighting would need inline styles, which the policy forbids.
  markdown: { syntaxHighlight: false },
  build: { format: 'directory', inlineStylesheets: 'always', concurrency: 16 },
  // Scripts stay files of their own: one copy is cached for all pages, and none counts in the first flight.
  vite: {
    css: { lightningcss: { exclude: LIGHT_DARK } },
    build: {
      assetsInlineLimit: 0,
      target: bundlerTargets(manifest.browserslist),
      cssTarget: bundlerTargets(manifest.browserslist),
      // What the bundler adds of its own, in one file: each request costs a slow line 400 ms.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'runtime', test: /preload-helper|rolldown[/\\]runtime|oxc-project/ }] } },
      },
    },
    // Its package names the file for old bundlers only, of which nothing can be left out.
    resolve: { alias: [{ find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' }] },
    define: {
      OFFICE_OFFSETS: JSON.stringify(officeOffsets(new Date(), DAYS_OF_OFFSETS)),
      OFFICE_CALENDAR: JSON.stringify(calendar),
    },
  },
});
