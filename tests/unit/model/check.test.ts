import { describe, expect, test } from 'vitest';
import { adviceOn } from '../../../src/model/check/advice.ts';
import { checkContent, completeContent } from '../../../src/model/check/content.ts';
import type { DraftContent } from '../../../src/model/content.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { Rule } from '../../../src/model/vocabulary.ts';
import { readSettledNames } from '../../../src/reader/settled-names.ts';
import { cell, content, contentWith, facts, plainText, service, words } from '../content-fixture.ts';

/** The one problem of a content in which one thing is wrong. */
function onlyProblem(draft: DraftContent): Problem {
  const problems = checkContent(draft);
  expect(problems.map(({ where, what }) => `${where}: ${what}`)).toHaveLength(1);
  return problems[0] ?? { where: '', what: '', mend: '' };
}

test('finds nothing wrong in content in which nothing is wrong', () => {
  expect(checkContent(content())).toEqual([]);
  expect(completeContent(content()).procedures.get('card')?.words.zgh.data.title).toBe('ⴰⴹⵕⵉⵚ');
});

describe('references', () => {
  test.each([
    ['an unknown topic', contentWith({ facts: facts({ topic: 'identty' }) }), 'topic', 'Write "identity"'],
    ['an unknown audience', contentWith({ facts: facts({ audiences: ['mro'] }) }), 'audiences[0]', 'Add the file'],
    [
      'an unknown paper',
      contentWith({ facts: facts({ papers: [{ paper: 'passprt', form: 'copy', source: 'law' }] }) }),
      'papers[0]',
      'passport',
    ],
    ['an unknown service', contentWith({ facts: facts({ where: { services: ['hospitl'] } }) }), 'where.services[0]', 'hospital'],
    ['an unknown related procedure', contentWith({ facts: facts({ related: ['crd'] }) }), 'related[0]', 'Add the file'],
    ['an unknown province of a cell', content({ cells: new Map([['x', cell({ provinces: ['nadour'] })]]) }), 'provinces[0]', 'nador'],
    ['an unknown category of a service', content({ services: new Map([['x', service({ category: 'helth' })]]) }), 'category', 'health'],
    [
      'an unknown origin of a paper',
      content({ papers: new Map([['passport', { name: plainText, from: { procedure: 'cards' } }]]) }),
      'from',
      'card',
    ],
  ])('%s is named with its field and the nearest id', (_case, draft, field, mend) => {
    const problem = onlyProblem(draft);
    expect(problem.where).toContain(`› ${field}`);
    expect(problem.mend).toContain(mend);
  });
});

describe('facts', () => {
  test('a fact that cites a source the procedure does not have is refused', () => {
    const fees = [{ id: 'stamp', amount: 75, currency: 'MAD', source: 'lwa' }];
    expect(onlyProblem(contentWith({ facts: facts({ fees }) }))).toEqual({
      where: 'src/content/procedures/card/facts.yaml › fees[0].source',
      what: 'It cites "lwa". The sources of this procedure are law.',
      mend: 'Write one of these, or add the source. A fact without a source is not published.',
    });
  });
  test('two facts of one name are refused: a token could mean either', () => {
    expect(
      onlyProblem(
        contentWith({
          facts: facts({ figures: { age: { value: 16, unit: 'year', source: 'law' }, stamp: { value: 1, unit: 'day', source: 'law' } } }),
        }),
      ).what,
    ).toContain('Two facts of this procedure are called "stamp"');
  });
  test('a fact that depends on a condition nobody can choose is refused', () => {
    expect(onlyProblem(contentWith({ facts: facts({ conditions: [] }) })).mend).toBe('Add "minor" to conditions.');
  });
  test('a call that is no phone of the facts is refused', () => {
    const draft = contentWith({ facts: facts({ calls: ['age'] }) });
    expect(checkContent(draft).map(({ what }) => what)).toContain('"age" is no phone among the figures.');
  });
  test('a phone that cannot be dialled is refused', () => {
    const figures = { age: { value: 16, unit: 'year', source: 'law' }, help: { value: '+212 5 36', unit: 'phone', source: 'law' } };
    expect(onlyProblem(contentWith({ facts: facts({ figures }) })).what).toBe('"+212 5 36" is not a phone number that can be dialled.');
  });
});

describe('words', () => {
  test('a missing language is named by its file', () => {
    const draft = content();
    delete draft.procedures.get('card')?.words.es;
    expect(onlyProblem(draft).where).toBe('src/content/procedures/card/es.md');
  });
  test.each(['Payez 300 DH', 'ادفع ٣٠٠ درهم', 'dans 3 mois'])('a figure in the words is refused: %s', (text) => {
    const problem = onlyProblem(contentWith({ words: { fr: words('fr', { who: text }) } }));
    expect(problem.where).toBe('src/content/procedures/card/fr.md › who');
    expect(problem.what).toContain('A figure stands in the words');
  });
  test.each([
    ['fr', 'dans quinze jours'],
    ['fr', 'au bout de neuf mois'],
    ['en', 'within three months'],
    ['es', 'en dos ejemplares'],
    ['ar', 'خلال ستة أشهر'],
    ['ar', 'مدة شهرين'],
    ['ar', 'وبثلاث نسخ'],
    ['zgh', 'ⵙⵏⴰⵜ ⵜⵡⵍⴰⴼⵉⵏ'],
  ] as const)('a figure spelled out in letters is refused: %s, %s', (locale, text) => {
    const problem = onlyProblem(contentWith({ words: { [locale]: words(locale, { who: text }) } }));
    expect(problem.where).toBe(`src/content/procedures/card/${locale}.md › who`);
    expect(problem.what).toContain('A figure stands in the words');
  });
  test.each([
    ['fr', 'un logement neuf, une fois sixième'],
    ['en', 'one of the owners often attends'],
    ['es', 'uno de los dueños, nuevo'],
    ['ar', 'يوم الاثنين، لست وحدك، سترسل'],
  ] as const)('a word that only looks like a figure is allowed: %s, %s', (locale, text) => {
    expect(checkContent(contentWith({ words: { [locale]: words(locale, { who: text }) } }))).toEqual([]);
  });
  test('a fact that one language names and French does not, or the reverse, is refused', () => {
    const more = checkContent(contentWith({ words: { es: words('es', { who: 'desde {age}' }) } }));
    expect(more.map(({ where, what }) => `${where}: ${what}`)).toEqual([
      'src/content/procedures/card/es.md › who: This section names {age}, the language of origin does not.',
    ]);
    const less = onlyProblem(contentWith({ words: { zgh: words('zgh', { summary: 'ⴰⴹⵕⵉⵚ' }) } }));
    expect(less).toMatchObject({ where: 'src/content/procedures/card/zgh.md › summary', mend: 'Say the same fact.' });
  });
  test('a figure in the aliases is allowed: people type them', () => {
    expect(checkContent(contentWith({ words: { fr: words('fr', { aliases: ['visa 90 jours', 'bita9a', 'carte 10 ans'] }) } }))).toEqual([]);
  });
  test('a token that names no fact is refused and the facts are listed', () => {
    expect(onlyProblem(contentWith({ words: { en: words('en', { who: 'From {aeg}' }) } })).what).toBe(
      '{aeg} names no fact. The facts here are age, stamp, late.',
    );
  });
  test('each step of the facts needs one text', () => {
    expect(
      onlyProblem(
        contentWith({
          facts: facts({ steps: [{}, {}] }),
          words: Object.fromEntries(
            (['ar', 'en', 'es', 'zgh'] as const).map((locale) => [
              locale,
              words(locale, { steps: words(locale).data.steps.concat(words(locale).data.steps) }),
            ]),
          ),
        }),
      ).where,
    ).toBe('src/content/procedures/card/fr.md › steps');
  });
  test('a remark that only French has is missed in the other languages', () => {
    const problems = checkContent(contentWith({ words: { fr: words('fr', { goodToKnow: ['remarque'] }) } }));
    expect(problems.map(({ where }) => where)).toEqual(
      ['ar', 'en', 'es', 'zgh'].map((locale) => `src/content/procedures/card/${locale}.md › goodToKnow`),
    );
  });
  test('a deadline without words and a note without a fact are refused', () => {
    const problems = checkContent(contentWith({ words: { en: words('en', { notes: { lat: 'text' } }) } }));
    expect(problems.map(({ what }) => what)).toEqual(expect.arrayContaining(['There is no fact "lat".', 'This deadline has no words.']));
  });
});

describe('terms of the glossary', () => {
  const withWho = (who: string) => contentWith({ words: { fr: words('fr', { who }) } });
  test('a mark that names a term is accepted, with its words or alone', () => {
    expect(checkContent(withWho('la [[kafala]], une [[kafala|kafala légale]]'))).toEqual([]);
  });
  test('a mark that names no term is refused with the nearest', () => {
    const problem = onlyProblem(withWho('[[kafalla|une kafala]]'));
    expect(problem).toMatchObject({ where: 'src/content/procedures/card/fr.md › who', mend: 'Write "kafala", or add the file.' });
  });
  test.each(['[[kafala', 'kafala]]', '[[kafala|a|b]]'])('a mark that is not closed is refused: %s', (text) => {
    expect(onlyProblem(withWho(text)).what).toContain('A mark of the glossary is not written right');
  });
  test('a mark in a title is refused: a title is shown where nothing can be tapped', () => {
    expect(onlyProblem(contentWith({ words: { en: words('en', { title: '[[kafala]]' }) } })).what).toContain('title');
  });
});

describe('a list of papers fixed by a text', () => {
  const text = { kind: 'decree', number: '2-09-607', source: 'law' };
  test('its sources are checked like those of every fact', () => {
    expect(onlyProblem(contentWith({ facts: facts({ fixedList: { text: { ...text, source: 'lwa' } } }) })).where).toBe(
      'src/content/procedures/card/facts.yaml › fixedList.text.source',
    );
  });
  test('practice that a source reports needs its words in every language, and words need the source', () => {
    const reported = checkContent(contentWith({ facts: facts({ fixedList: { text, differs: 'law' } }) }));
    expect(reported.map(({ where }) => where)).toEqual(
      ['ar', 'fr', 'en', 'es', 'zgh'].map((locale) => `src/content/procedures/card/${locale}.md › practice`),
    );
    expect(onlyProblem(contentWith({ words: { es: words('es', { practice: 'otra cosa' }) } })).what).toBe('No source reports it.');
  });
  test('a rule cites one of its own sources', () => {
    const { sources } = facts();
    const rule = Rule.parse({ text: { ...text, source: 'lwa' }, statement: plainText, say: plainText, procedure: 'card', sources });
    expect(onlyProblem(content({ rules: new Map([['list', rule]]) })).where).toBe('src/content/rules/list.yaml › text.source');
  });
});

describe('advice', () => {
  const names = [{ fr: ['consulat'], ar: ['قنصلية'], en: ['consulate'], es: ['consulado'], zgh: ['ⵜⴰⵙⵇⵓⵏⵙⵓⵜ'] }];
  test('a sentence over twenty words is too long; a fact counts as one word', () => {
    const sentence = (count: number) => `${'mot '.repeat(count - 1)}{age}.`;
    expect(adviceOn(contentWith({ words: { fr: words('fr', { who: sentence(20) + ' Encore une.' }) } }), [])).toEqual([]);
    const [advice] = adviceOn(contentWith({ words: { fr: words('fr', { who: `Court. ${sentence(21)}` }) } }), []);
    expect(advice).toMatchObject({ where: 'src/content/procedures/card/fr.md › who', mend: 'Cut it in two: at most 20 words.' });
  });
  test('a settled name that is translated otherwise is told, by the language', () => {
    const french = words('fr', { where: 'Au consulat' });
    const all = { fr: french, ar: words('ar', { where: 'في القنصلية' }), en: words('en', { where: 'at the Consulates' }) };
    const advice = adviceOn(contentWith({ words: { ...all, es: words('es', { where: 'en la embajada' }) } }), names);
    expect(advice.map(({ where, mend }) => `${where}: ${mend}`)).toEqual([
      'src/content/procedures/card/es.md › where: Write "consulado", or add the form to docs/glossary.yaml.',
      'src/content/procedures/card/zgh.md › where: Write "ⵜⴰⵙⵇⵓⵏⵙⵓⵜ", or add the form to docs/glossary.yaml.',
    ]);
  });
  test('the settled names of the project are complete in five languages', async () => {
    expect((await readSettledNames('docs/glossary.yaml')).length).toBeGreaterThan(20);
  });
});

describe('Amazigh', () => {
  const withTitle = (title: string) => contentWith({ words: { zgh: words('zgh', { title }) } });
  test.each([
    ['a letter outside the 33 of IRCAM', 'ⵠⴰⵠⴰ', 'is not one of the 33 of IRCAM'],
    ['a text that is not NFC', 'ⴰⴹⵕⵉⵚ e\u0301', 'not in Unicode form NFC'],
    ['Latin inside a Tifinagh word', 'ⴰⴱcⵔⵉⴷ', 'mixes scripts'],
    ['Kabyle in Tifinagh letters', 'ⵢⴻⵍⵍⴰ ⴷⴻⴳ ⵓⴱⵔⵉⴷ ⴷ ⵍⴻⵄⴱⴰⴷ ⵏⴻⵏ ⵢⴻⵙⵙⴻⵏ ⴷ ⴰⵎⴻⵇⵇⵔⴰⵏ ⵏ ⵜⴻⵎⵓⵔⵜ ⵏⵏⴻⵖ ⵢⴻⵍⵍⴰ', 'are ⴻ'],
    ['a word that means something else', 'ⴰⵎⵓⵖ ⵏ ⵜⵏⵜⴰⵎⵉⵏ', 'ⴰⵎⵓⵖ means something else'],
  ])('%s is refused', (_case, title, what) => {
    expect(onlyProblem(withTitle(title)).what).toContain(what);
  });
  test('the texts of YAML files are checked as well', () => {
    const papers = new Map([['passport', { name: { ...plainText, zgh: 'ⴰⵎⵓⵖ' } }]]);
    expect(onlyProblem(content({ papers })).where).toBe('src/content/papers/passport.yaml › name.zgh');
  });
});

describe('places', () => {
  test('opening hours that do not parse are refused', () => {
    const hours = { osm: 'Mo-Xx 08h30', basis: 'posted', source: 'law' };
    expect(onlyProblem(content({ services: new Map([['hospital', service({ hours })]]) })).where).toBe(
      'src/content/services/hospital.yaml › hours.osm',
    );
  });
  test('a confidential place may not tell where it is', () => {
    const problems = checkContent(content({ services: new Map([['hospital', service({ confidential: true })]]) }));
    expect(problems.map(({ where }) => where)).toEqual([
      'src/content/services/hospital.yaml › position',
      'src/content/services/hospital.yaml › commune',
    ]);
  });
  test('a figure in a note or a phone label is refused, in a name or an address it may stand', () => {
    const inName = { ...plainText, fr: 'Annexe 4' };
    const phones = [{ number: '19', label: inName, source: 'law' }];
    const problem = onlyProblem(content({ services: new Map([['hospital', service({ name: inName, phones })]]) }));
    expect(problem.where).toBe('src/content/services/hospital.yaml › phones.0.label.fr');
  });
});
