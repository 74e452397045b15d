/** A person as they might come, the answers they give, and the procedures they must be led to. */
interface Situation {
  who: string;
  /** The nodes that they tap, from the home page on; the last is the outcome. */
  taps: readonly string[];
  procedures: readonly string[];
}

export const SITUATIONS: readonly Situation[] = [
  {
    who: 'lives in France, lost the national card',
    taps: ['mre', 'mre-papers', 'mre-card', 'mre-card-lost'],
    procedures: ['national-identity-card'],
  },
  {
    who: 'lives in Spain, the passport ends in June',
    taps: ['mre', 'mre-papers', 'mre-passport', 'mre-passport-renewal'],
    procedures: ['passport'],
  },
  { who: 'had a daughter in Belgium', taps: ['mre', 'mre-family', 'mre-birth'], procedures: ['birth-abroad', 'family-booklet'] },
  {
    who: 'wants a passport for a child born in Italy',
    taps: ['mre', 'mre-papers', 'mre-passport', 'mre-passport-child'],
    procedures: ['passport', 'birth-abroad'],
  },
  {
    who: 'must let a brother in Nador sell a house',
    taps: ['mre', 'mre-papers', 'mre-proxy'],
    procedures: ['power-of-attorney', 'property-power-of-attorney'],
  },
  { who: 'marries a Frenchman', taps: ['mre', 'mre-family', 'mre-marriage', 'mre-marriage-mixed'], procedures: ['mixed-marriage'] },
  { who: 'was divorced by a German court', taps: ['mre', 'mre-family', 'mre-divorce'], procedures: ['divorce-abroad'] },
  { who: 'lost a father in the Netherlands', taps: ['mre', 'mre-family', 'mre-death'], procedures: ['death-abroad'] },
  { who: 'inherits land near Berkane', taps: ['mre', 'mre-family', 'mre-inheritance'], procedures: ['inheritance', 'land-title'] },
  {
    who: 'takes the ferry with the car in July',
    taps: ['mre', 'mre-travel', 'mre-car-visit'],
    procedures: ['vehicle-temporary-admission'],
  },
  {
    who: 'wants to leave the car in Oujda for good',
    taps: ['mre', 'mre-travel', 'mre-car-keep'],
    procedures: ['vehicle-customs-clearance', 'vehicle-registration'],
  },
  { who: 'got a speeding fine', taps: ['mre', 'mre-travel', 'mre-fines'], procedures: ['traffic-fines'] },
  { who: 'buys a flat in Saïdia', taps: ['mre', 'mre-home', 'mre-buy'], procedures: ['buying-property', 'housing-aid'] },
  {
    who: 'builds a house',
    taps: ['mre', 'mre-home', 'mre-build'],
    procedures: ['planning-information-note', 'building-permit', 'occupancy-permit'],
  },
  { who: 'built without a permit', taps: ['mre', 'mre-home', 'mre-regularise'], procedures: ['building-regularisation'] },
  { who: 'pays tax on an empty plot', taps: ['mre', 'mre-home', 'mre-property-tax'], procedures: ['vacant-land-tax'] },
  { who: 'sends money home', taps: ['mre', 'mre-money', 'mre-bank'], procedures: ['bank-accounts-transfers'] },
  { who: 'wants to invest', taps: ['mre', 'mre-business', 'mre-invest'], procedures: ['mdm-invest'] },
  { who: 'thinks of taking return aid', taps: ['mre', 'mre-return', 'mre-return-aid'], procedures: ['return-aid-from-europe'] },
  { who: 'was asked for too many papers', taps: ['mre', 'mre-rights', 'mre-complaint'], procedures: ['complaints'] },
  { who: 'came back from Spain with furniture', taps: ['returnee', 'back-move', 'back-effects'], procedures: ['return-household-effects'] },
  {
    who: 'came back with a car',
    taps: ['returnee', 'back-move', 'back-car'],
    procedures: ['vehicle-customs-clearance', 'driving-licence-exchange'],
  },
  {
    who: 'came back with two children of school age',
    taps: ['returnee', 'back-school', 'back-child-school'],
    procedures: ['school-enrolment-from-abroad'],
  },
  {
    who: 'came back without income, ill',
    taps: ['returnee', 'back-health', 'back-amo', 'back-amo-tadamon'],
    procedures: ['amo-tadamon', 'social-registers'],
  },
  {
    who: 'came back with a Dutch pension',
    taps: ['returnee', 'back-money', 'back-pension'],
    procedures: ['foreign-pension-in-morocco', 'foreign-pension-tax'],
  },
  { who: 'came back with a French diploma', taps: ['returnee', 'back-school', 'back-diploma'], procedures: ['diploma-recognition'] },
  { who: 'came back and seeks work', taps: ['returnee', 'back-work', 'back-job'], procedures: ['job-search'] },
  { who: 'came back and rents a flat', taps: ['returnee', 'back-home', 'back-rent'], procedures: ['renting-a-home'] },
  { who: 'was called up', taps: ['returnee', 'back-papers', 'back-service'], procedures: ['military-service'] },
  { who: 'cares for a disabled child', taps: ['returnee', 'back-health', 'back-disability'], procedures: ['disability-support'] },
  {
    who: 'has a job offer and needs a first permit',
    taps: ['foreigner', 'foreigner-stay', 'foreigner-first-permit', 'foreigner-permit-work'],
    procedures: ['residence-permit', 'work-authorisation'],
  },
  {
    who: 'has a permit that ends next month',
    taps: ['foreigner', 'foreigner-stay', 'foreigner-renew-permit'],
    procedures: ['residence-permit-renewal'],
  },
  {
    who: 'was refused the permit',
    taps: ['foreigner', 'foreigner-stay', 'foreigner-refused'],
    procedures: ['removal-and-detention', 'legal-aid'],
  },
  {
    who: 'is told to leave the country',
    taps: ['foreigner', 'foreigner-stay', 'foreigner-removal'],
    procedures: ['removal-and-detention', 'asylum'],
  },
  { who: 'was robbed', taps: ['returnee', 'back-rights', 'any-crime'], procedures: ['complaints', 'emergency-numbers'] },
  { who: 'fled a war', taps: ['foreigner', 'foreigner-protection', 'foreigner-asylum'], procedures: ['asylum'] },
  {
    who: 'met a boy alone at the station',
    taps: ['foreigner', 'foreigner-protection', 'foreigner-minor'],
    procedures: ['unaccompanied-minors', 'child-protection'],
  },
  {
    who: 'is pregnant and has no papers',
    taps: ['foreigner', 'foreigner-health', 'foreigner-care'],
    procedures: ['health-care-foreigners', 'birth-in-morocco'],
  },
  {
    who: 'is beaten by her husband',
    taps: ['foreigner', 'foreigner-danger', 'foreigner-violence'],
    procedures: ['violence-against-women'],
  },
  {
    who: 'is locked up by an employer',
    taps: ['foreigner', 'foreigner-danger', 'foreigner-trafficking'],
    procedures: ['human-trafficking'],
  },
  { who: 'is not paid', taps: ['foreigner', 'foreigner-work', 'foreigner-work-rights'], procedures: ['rights-at-work'] },
  {
    who: 'helps a neighbour who is in danger',
    taps: ['helping', 'any-danger'],
    procedures: ['emergency-numbers', 'violence-against-women'],
  },
  {
    who: 'wants to go home',
    taps: ['foreigner', 'foreigner-protection', 'foreigner-return'],
    procedures: ['voluntary-return-from-morocco'],
  },
];
