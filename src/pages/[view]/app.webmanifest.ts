import type { APIRoute } from 'astro';
import { hrefOf, traitsOf } from '../../i18n/locales.ts';
import { tifinaghToLatin } from '../../i18n/transliterate.ts';
import { type StringKey, translator } from '../../i18n/translator.ts';
import { pathsOfViews, type ViewProps } from '../_site.ts';

export const getStaticPaths = pathsOfViews;

const SHORTCUTS: readonly [StringKey, string][] = [
  ['nav.emergency', 'procedures/emergency-numbers/'],
  ['orientation.title', 'orientation/'],
  ['nav.map', 'map/'],
];

/** What a phone shows of the portal when it is put among its programs. @see https://www.w3.org/TR/appmanifest/ */
export const GET: APIRoute<ViewProps> = ({ props: { view } }) => {
  const { tag, direction } = traitsOf(view);
  const t = translator(view);
  const say = (key: StringKey) => (view === 'zgh-latn' ? tifinaghToLatin(t(key)) : t(key));
  return Response.json({
    id: hrefOf(view),
    lang: tag,
    dir: direction,
    name: `${say('site.name')} – ${say('site.tagline')}`,
    short_name: say('site.name'),
    description: say('site.tagline'),
    start_url: hrefOf(view),
    scope: '/',
    display: 'minimal-ui',
    background_color: '#faf6ec',
    theme_color: '#0b6650',
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: SHORTCUTS.map(([key, path]) => ({ name: say(key), url: hrefOf(view, path) })),
  });
};
