import { formsOf, wordsOf } from './words.ts';

/**
 * Words that people use for the same thing, in all languages together: a line is a thing. They are everyday words of the matters
 * that the portal is about; what one single page is called stands among its aliases instead.
 */
const CONCEPTS = `
flat apartment apartement house home housing villa lodging appart appartement maison logement villa loger hébergement foyer piso casa vivienda apartamento alojamiento شقة دار الدار منزل بيت سكن السكن برطمة سكنى dar sakan bartma ⵜⵉⴳⵎⵎⵉ ⵜⴰⴷⴷⴰⵔⵜ tigmmi taddart
land plot ground terrain terre parcelle lot bled tierra terreno parcela suelo أرض الأرض ارض بقعة بلاد ard l2ard bo93a ⴰⴽⴰⵍ akal
property estate realty immobilier bien propriété inmueble propiedad bienes عقار ملك ملكية عقارات
rent rental lease tenant landlord renting letting let louer location bail locataire propriétaire loyer kra alquiler alquilar arrendar inquilino casero كراء الكراء كرا كاري مكري إيجار ايجار مكتري lkra kri ⴽⵔⵓ
buy purchase buying acheter achat acquérir acquisition comprar compra adquirir شراء نشري شري اقتناء شرا nchri chra ⵙⵖ ⵙⵖⴰ
sell sale selling sold vendre vente vendu vender venta vendido بيع نبيع بعت البيع nbi3 bi3
job work working employment employer boss worker job travail emploi boulot embauche patron employeur travailler trabajo empleo trabajar jefe patrón عمل خدمة الخدمة شغل تشغيل مشغل خدام نخدم الباطرون الشغل khedma khdma lkhdma chghol ⵜⵡⵓⵔⵉ ⴰⵙⵡⵓⵔⵉ tawuri twuri
salary wage wages pay unpaid salaire paie paye salario sueldo nómina أجر اجر أجرة خلصة الخلصة راتب lkhlsa khlsa
fired dismissed sacked dismissal licencié licenciement viré renvoyé despido despedido طرد جراو تجرا فصل
unemployed unemployment chômage chômeur paro desempleo desempleado بطالة شومور chomage
money cash argent fric sous dinero plata فلوس لفلوس مال نقود الفلوس flous flouss lflous ⵉⴷⵔⵉⵎⵏ idrimn
aid help assistance support subsidy grant allowance benefit aide allocation soutien prime subvention secours ayuda apoyo subvención prestación دعم مساعدة معونة عون إعانة تعاون منحة da3m mo3awana ⵜⵉⵡⵉⵙⵉ tiwisi
poor poverty needy pauvre pauvres démuni précaire nécessiteux pobre pobres pobreza necesitado فقير فقراء محتاج مسكين ضعيف هشاشة الفقراء
child children kid kids baby son daughter minor newborn enfant enfants bébé gosse fils fille mineur mineurs niño niña niños hijo hija hijos bebé menor طفل أطفال اطفال ولد بنت ولاد اولاد الولاد دراري وليد ابن ابنة رضيع قاصر wlad weld bent drari wldi ⴰⵔⵔⴰⵡ ⴰⵣⴰⵏ ⵎⵎⵉ ⵢⵍⵍⵉ arraw mmi
wife husband spouse married femme mari époux épouse conjoint marito esposa esposo marido mujer cónyuge زوج زوجة مرات مراتي راجل راجلي زوجي زوجتي rajel rajli mrati marti ⴰⵔⴳⴰⵣ ⵜⴰⵎⵖⴰⵔⵜ argaz tamghart
marriage marry wedding mariage marier noces matrimonio casarse casar boda زواج نتزوج عرس نكاح zwaj zwaaj nzwej ⵜⴰⵎⵖⵔⴰ tamghra
divorce divorced separation talak divorcer divorcé séparation divorcio divorciar divorciado separación طلاق نطلق الطلاق تطليق مطلقة tla9 talaq tlaq ⴰⵎⵣⵔⵓⵢ
father mother dad mum mom parents parent père mère papa maman parents padre madre papá mamá padres أب أم والد والدة الوالد الوالدة بابا ماما والدي الوالدين bba mama walid walida ⴱⴰⴱⴰ ⵢⵎⵎⴰ baba yemma imma
family famille familia عائلة أسرة العائلة عائلتي 3a2ila famila ⵜⴰⵡⵊⴰ tawja
death died dead die deceased passed burial buried funeral corpse body grave décès mort décédé mourir enterrer enterrement obsèques corps dépouille muerte fallecido fallecimiento murió muerto entierro cadáver cuerpo وفاة موت مات توفي ميت الميت دفن جثمان جنازة ماتت متوفى lmout mat mout ⵜⴰⵎⵜⵜⴰⵏⵜ ⵉⵎⵎⵓⵜ tamttant
birth born naissance né née naître nacimiento nacer nacido ميلاد ولادة ازداد الازدياد الولادة تولد زاد tzad wilada ⵜⴰⵍⴰⵍⵉⵜ talalit
inheritance heirs heir share will succession héritage hériter héritiers herencia heredero herederos heredar إرث ارث ورثة تركة الورث ميراث الورثة فريضة wirt lwirt wert ⵜⴰⴽⴰⵙⵙⵜ
car vehicle auto voiture auto bagnole tomobile véhicule caisse coche vehículo auto carro سيارة طوموبيل طونوبيل سيارات عربة مركبة tomobil tonobil tomobila siyara ⵜⴰⵙⵎⵙⵙⵉ ⵜⵓⵎⵓⴱⵉⵍ
licence license driving driver permis conduire conduite permiso carnet conducir رخصة السياقة برمي البيرمي بيرمي سياقة قيادة permi lpermi siya9a
customs douane aduana aduanas ديوانة الديوانة جمارك الجمارك diwana ldiwana ⴰⵙⵇⵇⵉⵎ
import bring importer ramener importar traer استيراد ندخل ندخلو جلب dkhel ndkhel
furniture household belongings luggage meubles mobilier effets bagages déménagement muebles enseres equipaje mudanza أثاث اثاث حوايج الحوايج أمتعة عفش 7wayj hwayj
residence residency stay permit séjour résidence titre titulo residencia estancia إقامة اقامة الإقامة سيجور لاسيجور i9ama iqama sejour
undocumented illegal irregular clandestine papers sans-papiers clandestin irrégulier irregular ilegal indocumentado نظامي حراگ حراق حراقة سري harrag harraga 7arrag
renew renewal renewing expired expire extend renouveler renouvellement renouveller expiré expirée prolonger renovar renovación caducado caducada vencido تجديد نجدد انتهت سالات سالا تسالات منتهية jdid tajdid njded ⵙⵎⴰⵢⵏⵓ asmaynu
lost stolen lose theft perdu perdue perte volé volée vol perdido perdida robado robada robo ضاع ضاعت تلف ضياع سرقة تسرق مسروق ضاعو تلفت ddaat tlef msrouq
passport passeport pasaporte جواز باسبور الباسبور باسبورت passeport paspor basbor pasbort ⴰⵙⵖⵓⵏ
identity id cin cnie identité carte nationale dni identidad cédula بطاقة لاكارط لاكارت التعريف الهوية lacarte lakart ⵜⴰⴽⴰⵔⴹⴰ takarda
visa visado تأشيرة فيزا الفيزا viza
appointment rendez-vous rdv cita turno موعد رونديفو رانديفو maw3id rendivou
foreigner foreign migrant immigrant foreigners african sub-saharan étranger étrangers migrant immigré subsaharien extranjero extranjeros migrante inmigrante subsahariano أجنبي اجنبي أجانب مهاجر مهاجرين الأجانب افريقي إفريقي barrani ajnabi ⴰⴱⵕⵕⴰⵏⵉ aberrani
abroad overseas europe france germany netherlands holland belgium spain italy england uk britain usa canada sweden switzerland étranger europe allemagne hollande belgique espagne italie extranjero europa francia alemania holanda bélgica españa italia الخارج خارج أوروبا فرنسا ألمانيا هولندا بلجيكا إسبانيا اسبانيا إيطاليا بلاد الغربة المهجر kharij lkharij fransa almania holanda belgica sbania talian ⴱⵕⵕⴰ berra
asylum refugee unhcr protection asile réfugié hcr asilo refugiado acnur لجوء لاجئ اللجوء لاجئين المفوضية loju2
return returning back home rentrer retour retourner revenir volver regresar retorno vuelta رجوع عودة نرجع العودة راجع rjou3 nrje3 ⴰⵖⵓⵍ aghul
doctor hospital clinic medical health sick ill medicine treatment médecin hôpital docteur santé malade soins médicament médico hospital doctor salud enfermo medicina طبيب مستشفى سبيطار الطبيب صحة مريض مريضة دوا علاج تطبيب sbitar tbib mrid ⴰⵙⴳⵏⴰⴼ asgnaf
insurance coverage amo ramed assurance mutuelle couverture seguro cobertura تأمين تغطية تأمين راميد أسيرونس ramid tamine
pension retirement retired retraite retraité pensionné pensión jubilación jubilado تقاعد معاش لانتريت متقاعد تقاعد ta9a3od lantrit
school enrol kindergarten class école scolaire scolarité inscrire inscription lycée collège escuela colegio escolar matrícula instituto مدرسة مدارس تسجيل التسجيل ليسي المدرسة تمدرس تلميذ madrasa mdrasa ⵜⵉⵏⵎⵍ tinml
university student studies study degree diploma master université étudiant études diplôme licence fac universidad estudiante estudios título diploma estudiar جامعة طالب دراسة دبلوم شهادة الجامعة نقرا لافاك دراستي diplom jami3a tasdawit ⵜⴰⵙⴷⴰⵡⵉⵜ
training course apprenticeship formation apprentissage stage formación curso prácticas تكوين مهني فورماسيون التكوين تدريب takwin
police gendarmerie policía comisaría commissariat شرطة بوليس البوليس درك الشرطة بوليسية boulis bolis
detained arrested arrest prison jail custody deportation expelled deport arrêté détention garde expulsion prison expulsé detenido arrestado cárcel expulsión deportación اعتقال معتقل حبس طرد ترحيل شدوني السجن الحبس chaddouni 7abs
beaten violence beats hit abuse abused battered hits battue violence frappe frapper tape maltraitance coups violencia pega golpea maltrato golpes maltratada عنف ضرب كيضرب كيضربني تعنيف يضربني يضرب يعنف kaydreb kayderbni drbni ⵜⵓⴽⴽⵙⴰ
threat threatened danger afraid scared menace menacé peur peligro amenaza miedo تهديد خطر خايفة خايف كيهدد khayfa khayf
rape raped sexual assault harassment viol violée sexuelle agression harcèlement violación violada acoso agresión اغتصاب تحرش اغتصبوني
trafficking trafficked slavery exploited exploitation traite esclavage exploitée trata esclavitud explotación explotada اتجار استغلال عبودية
racism racist discrimination insult insulted racisme raciste insulte racismo racista discriminación insulto عنصرية تمييز عنصري سب 3onsoriya
emergency urgent urgency ambulance fire urgence urgences pompiers samu emergencia urgencia ambulancia bomberos طوارئ مستعجل اسعاف الإسعاف وقاية مطافئ استعجال
court judge judgment tribunal juge jugement juzgado juez sentencia محكمة قاضي حكم المحكمة القاضي ma7kama mahkama
lawyer attorney legal avocat juridique abogado abogada jurídica محامي المحامي محام قانوني mo7ami avoka
complaint complain report plainte réclamation porter queja denuncia reclamación denunciar شكاية شكوى نشكي تظلم الشكاية chikaya nchki
proxy authority procuration mandat wakala poder apoderado توكيل وكالة الوكالة بروكوراسيون نوكل wakala wikala prokirasion
certificate extract attestation act acte certificat attestation extrait certificado acta partida شهادة رسم عقد نسخة chahada
legalise legalize apostille stamp notarise légaliser légalisation certifier cachet legalizar apostilla compulsar تصديق مصادقة توثيق نصادق تثبيت ليكاليزي legalisi
nationality citizenship citizen nationalité citoyenneté naturalisation nacionalidad ciudadanía جنسية الجنسية تجنيس jinsiya
tax taxes impôt impôts taxe fisc impuesto impuestos hacienda ضريبة ضرائب الضريبة dariba tax
fine ticket fines amende contravention pv multa multas sanción مخالفة غرامة ذعيرة مخالفات بروسي
bank account banque compte banco cuenta banka بنك حساب لابانك البنك كونط banka hisab ⴱⴰⵏⴽⴰ
transfer send remittance virement envoyer transférer transferencia enviar remesa تحويل نصيفط صيفط إرسال nsifet
business company enterprise startup self-employed shop société entreprise commerce auto-entrepreneur boutique empresa negocio autónomo tienda شركة مقاولة مشروع تجارة حانوت المقاول charika mochro3 lmochro3
invest investment investir investissement invertir inversión استثمار نستثمر الاستثمار istitmar
build construction construire bâtir bâtiment construir obra construcción بناء نبني البناء nbni bni
electricity water power électricité eau courant branchement electricidad agua luz كهرباء ماء الضو ضو الماء لما dow lma ⴰⵎⴰⵏ aman
army military service conscription armée militaire service mili ejército militar تجنيد عسكرية العسكر الخدمة tajnid
disabled disability handicap wheelchair handicapé invalide discapacidad discapacitado minusválido إعاقة معاق اعاقة المعاقين i3aqa
elderly old aged vieux âgée âgées vieillesse anciano ancianos mayores مسن مسنين كبار الشيخوخة
depressed depression mental psychological sad stress psychologist déprimé dépression psychologique psy psychologue depresión psicólogo triste نفسي نفسية اكتئاب مكتئب طبيب دبريسيون
adoption orphan kafala adopt adopter orphelin adoptar huérfano كفالة تبني يتيم نكفل kafala
ferry boat ship port crossing bateau port traversée barco puerto باخرة عبور ميناء البابور بابور المرسى babor lbabor marsa ⴰⵖⵔⵔⴰⴱⵓ
consulate embassy consulat ambassade consulado embajada قنصلية سفارة القنصلية كونصولا konsoliya lconsula
criminal record casier judiciaire antecedentes penales سوابق السجل العدلي
vote election elections voter voto votar elección تصويت انتخابات الانتخابات
aow svb bundesrente carsat ipp
commune municipality townhall council mairie commune municipio ayuntamiento جماعة بلدية مقاطعة لاكومين لاميري المقاطعة lacommune lamairie ljama3a
papers documents documentation papiers documents dossier papeles documentos أوراق وراق لوراق وثائق الوثائق ورقة lwra9 wra9 lewraq
woman women femme femmes mujer mujeres مرا مرأة امرأة نساء لمرا mra lmra
phone number call téléphone numéro appeler teléfono número llamar هاتف رقم تيليفون نعيط telefon
cell reception orientation cellule accueil orientation célula acogida خلية استقبال توجيه الخلية
dowry mahr sadaq adoul adul adoulaire notary notaire notario عدول موثق عدل العدول نوطير
`;

const LINES = new Map<string, number[]>();
for (const [line, words] of CONCEPTS.trim().split('\n').entries())
  for (const key of new Set(wordsOf(words, Infinity).flatMap(keysOfWord))) LINES.set(key, [...(LINES.get(key) ?? []), line]);

function keysOfWord(word: string): string[] {
  const { plain, stem } = formsOf(word);
  return plain === stem ? [plain] : [plain, stem];
}

/**
 * Finds what a word stands for.
 * @param word - One of `wordsOf`.
 * @returns Numbers of things; two words that share one are used for the same. Mostly none.
 */
export function conceptsOf(word: string): number[] {
  return [...new Set(keysOfWord(word).flatMap((key) => LINES.get(key) ?? []))];
}
