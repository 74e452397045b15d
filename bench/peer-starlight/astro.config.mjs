import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'http://localhost:4321',
  // The addresses of ours.
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: 'Abrid',
      defaultLocale: 'fr',
      locales: {
        ar: { label: 'العربية', dir: 'rtl' },
        fr: { label: 'Français' },
        en: { label: 'English' },
        es: { label: 'Español' },
        zgh: { label: 'ⵜⴰⵎⴰⵣⵉⵖⵜ' },
      },
      sidebar: [
        {
          label: 'Démarches',
          translations: { ar: 'الإجراءات', en: 'Procedures', es: 'Trámites', zgh: 'ⵜⵉⵖⴷⵉⵡⵉⵏ' },
          items: [{ autogenerate: { directory: 'procedures' } }],
        },
      ],
    }),
  ],
});
