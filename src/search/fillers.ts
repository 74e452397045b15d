import { wordsOf } from './words.ts';

/** Words of whole questions that say nothing about what is sought; they count a little, never for nothing. */
const FILLERS = new Set(
  (
    'je j tu il elle on nous vous ils me m mon ma mes ton ta tes son sa ses votre vos notre le la l les un une des de d du au aux a en dans par pour sur avec sans et ou où qui que qu quoi quel quelle quels quelles comment combien quand pourquoi est es suis sont ai as avons avez ont faut faire fait veux voudrais peux dois peut avoir etre ce cette ces ca c y ne n pas plus se s si maroc ' +
    'i me my mine you your he she we our they the a an of in on at to for from with without and or is are am was be been do does did how what where when which who why can could should would need want get have has had it its this that there please morocco moroccan ' +
    'yo mi mis tu su sus el la los las un una unos unas de del al en con sin por para y o que qué quien como cómo cuando cuándo donde dónde cuanto cuánto es son soy estoy está tengo tiene hay hacer quiero puedo necesito se me lo le no si más marruecos ' +
    'في من الي علي عن مع او و يا ما هل كيف كيفاش واش شنو شنا علاش فين منين امتي متي اين كم بشحال شحال باش ديال ديالي ديالك تاع بغيت خاصني عندي كاين كنت انا انت هو هي هذا هذه هاد لي اللي بلا بدون لا ال ان اذا المغرب ' +
    'kif kifach kifash wach wash chno chnou fin bach bash dyal dyali diali dial bghit bghet khasni 3andi 3ndi ana f fi mn men min l m3a ila chhal bch7al lmaghrib maghrib ' +
    'ⵏ ⴳ ⵙ ⴷ ⵅⴼ ⵖⵔ ⵉ ⵙⴳ ⴰⴽⴷ ⵎⴰ ⵎⴰⵏⵉ ⵎⴰⵏⵎⴽ ⵎⴰⵎⵏⴽ ⵉⵙ ⵏⵏⴰ ⵏⵏⴽ ⵉⵏⵓ ⵔⵉⵖ ⵏⵖⴷ mani mamnk manmk righ inu n g s d is'
  )
    .split(' ')
    .flatMap(wordsOf),
);

/**
 * Whether a word says nothing about what is sought.
 * @param word - As `wordsOf` cuts it.
 * @returns True for articles, prepositions, question words and the like of all languages.
 */
export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}
