/** The words by which citations are told from other prose. Our own lists: English, Russian, Ukrainian, Kazakh, Chinese and some more. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/[\s\n]+/))

/** Words between the names of one work. */
export const CONNECTORS: ReadonlySet<string> = set('and & и та й і және мен бен пен und et y e with')
/** Connectors that end a list of names: what stands before a comma then belongs to it. */
export const ET_AL: RegExp =
  /(?:^|[\s,，])(?:et\.?\s?al\.?(?:['’]s)?|and (?:colleagues|co-?workers|others)|и\s+др(?:угие|угих|\.)?|и\s+соавт(?:оры|оров|\.)?|с\s+соавт(?:орами|\.)?|та\s+ін(?:ші|\.)?|және\s+т\.?\s?б\.?|және\s+басқалар(?:ы)?|және\s+басқ\.?|u\.\s?a\.|y\s+otros|ve\s+diğerleri|vd\.)[\s,]*$|等人?\s*[,，]?\s*$/iu

/** What may stand before the names inside a group. */
export const PREFIX: RegExp =
  /^(?:see,?(?:\s+also|\s+e\.g\.,?|,?\s+for example,?)?|but see|also|cf\.?|e\.g\.,?|i\.e\.,?|for (?:example|instance),?|such as|as in|in|reviewed (?:in|by)|adapted from|sources?:|based on|after|according to|following|data from|from|cited in|as cited in|quoted in|as quoted (?:in|by)|apud|citado (?:por|em)|veja|ver|conforme|zit\. nach|nach|and|с[мр]\.?(?:\s+также:?|,?\s+напр(?:имер|\.),?)?:?|также|напр(?:имер|\.),?:?|цит(?:ата|ируется|\.) по:?|по:|источник(?:и)?:|қараңыз:?|қар\.:?|мысалы,?|дереккөз:|див\.:?|наприклад,?|vgl\.?|siehe|z\.\s?b\.|voir|cfr\.?|véase|(?:参见|参阅|详见|见|如|转引自|引自)(?=\p{Script=Han}))(?![\p{Script=Latin}\p{Script=Cyrillic}])\s*/iu

/** "The same work as before." */
export const IBID: RegExp =
  /^(?:ibid(?:em|\.)?|idem|там\s+же|там\s+само|сол\s+жерде|сонда(?=[,\s]*(?:б\.|\d|$))|同上|ebd\.|ebenda)(?![\p{L}])\.?[,，:\s]*/iu

/** A page or the like: what may follow the year or number of a citation. */
export const LOCATOR: RegExp =
  /^(?:(?:pp?|ppl?|с|c|cc|сс|стр|б|бет|s|S|т|т\.|vol|ch|chap|chapter|chapters|sec|section|par|para|гл|глава|разд|табл|рис|fig|figure|figs|table|tab|eq|app|appendix|note|n|fn|прим|§§?|№|art|ст|cap|page|pages|lines?|theorem|lemma|proposition|col|бб|беттер|тарау)\.?\s*[\p{Lu}\d]|第|页|\d+(?:[-–—]\d+)?\s*[-‐–]?\s*(?:б|бет|с)\.|\d+(?:[-–—,]\s*\d+)*$)/iu

/** Capitalised words that are no name where a citation's author stands. */
export const NO_NAME: ReadonlySet<string> = set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall winter
figure figures fig figs table tables tab chapter section sections version vol volume part appendix equation eq eqs step case model phase stage
in on at by from for with the a an as of to this that these those since until after before during between see also however although while when where
since because thus therefore moreover furthermore finally recently later earlier more most both each our we they he she it i and or but if not no
only according following based following using under over through despite unlike like until article law act directive resolution order decree protocol
convention agreement treaty code constitution regulation population year years total average note notes source sources data retrieved accessed published
segundo conforme según selon laut secondo para também ainda dentre nach cf apud specifically similarly
first second third established founded born died ca circa est approx vs page pages number grant project copyright isbn issn doi http https www
summit olympics olympiad games cup championship election elections census survey edition season round session congress war crisis pandemic
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь января февраля марта апреля мая июня июля августа сентября октября ноября
декабря весна лето осень зима рис рисунок табл таблица глава раздел том часть приложение формула этап в во на по из с со к ко о об от до для при за
как это этот эта эти так также однако хотя когда где поэтому кроме более согласно источник закон указ приказ постановление соглашение договор
конституция статья год года году население всего см далее если после перед между в-первых первый второй третий он она они мы я но и а или
қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан сурет кесте тарау бөлім заң бұл осы сондай заңы конституциясы жарлығы қаулысы кодексі бұйрығы шарты
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень рисунок таблиця розділ
januar februar märz mai juni juli oktober dezember abbildung tabelle kapitel`,
)

/** Countries, capitals and the like: a year after them is a date unless the list has such an author. */
export const PLACES: ReadonlySet<string> = set(
  `kazakhstan china russia usa us uk ussr prc roc india japan korea germany france italy spain turkey iran iraq ukraine uzbekistan kyrgyzstan tajikistan
turkmenistan mongolia europe asia africa america eurasia beijing moscow astana almaty nur-sultan london paris berlin washington tokyo brussels geneva
vienna new york tashkent bishkek shanghai hong-kong singapore kyiv kiev minsk warsaw prague rome madrid istanbul ankara delhi cairo sydney brazil canada
australia mexico poland switzerland sweden norway finland netherlands belgium austria greece israel egypt pakistan afghanistan
казахстан китай россия рф рк кнр ссср сша индия япония корея германия франция италия испания турция иран ирак украина узбекистан кыргызстан
таджикистан туркменистан монголия европа азия африка америка евразия пекин москва астана алматы нур-султан лондон париж берлин вашингтон токио брюссель
женева вена ташкент бишкек шанхай киев минск варшава прага рим казахстана китая россии москва москвы пекина
қазақстан қытай ресей үндістан жапония еуропа азия шыңжаң україна київ`,
)

/** Verbs and turns after or before a name that is cited as a part of the sentence. */
export const REPORTING: RegExp =
  /^[,\s]*(?:has|have|had|also|further|recently|later|then|и|также|өз)?\s*(?:argu|show|found|find|report|suggest|not(?:e[sd]?|ing)\b|claim|propos|demonstrat|describ|conclud|observ|stat(?:e[sd]?|ing)\b|writ|wrote|point|develop|introduc|stud|examin|discuss|analy[sz]|emphasi|identif|present|estimat|explain|consider|compar|defin|review|investigat|highlight|assert|maintain|contend|believ|explor|assess|call|offer|provid|use[sd]?\b|address|focus|trace|view|warn|document|утвержда|показ|отмеча|отметил|пиш|писал|счита|полага|подч[её]ркив|указыва|анализ|рассм|исслед|предлаг|предлож|доказ|описыва|описал|выделя|выявля|определ|приход|обращ|замеч|ввод|ввел|ввёл|вводит|стверджу|зазнача|вважа|досліджу|жаза|жазды|атап|көрсет|пайымда|айт|зертте|талда|қарастыр|еңбе|пікір|认为|指出|提出|研究|分析|发现|表明|强调|讨论|的)/iu
export const LEADING: RegExp =
  /(?:according to|following|as in|see|by|of|by the|work of|study of|studies of|по мнению|по словам|по данным|согласно|вслед за|в работе|в работах|в статье|в книге|в исследовании|в монографии|у|за|на думку|根据|按照|正如|据)\s*$/iu

/** Stems of words for a work: "статья Ву и Чена 2004 года". */
export const WORKS: RegExp =
  /^(?:стать(?:я|и|е|ю|ёй|ей|ях|ями|ям)|исследовани(?:е|я|ю|и|ем|ях|й|ям|ями)|работ(?:а|ы|е|у|ой|ах|ами|ам)?|монографи(?:я|и|ю|ей|ях|й)|книг(?:а|и|е|у|ой|ах)?|публикаци(?:я|и|ю|ей|ях|й)|труд(?:а|е|у|ом|ы|ов|ах|ам)?|диссертаци(?:я|и|ю|ей|ях)|очерк(?:а|е|у|и|ов|ах)?|обзор(?:а|е|у|ы|ов|ах)?|эссе|анализ(?:а|е|у|ом)?|мнени[еюя]|данны[ехм]|вывод(?:ы|ов|ам|ах)|статт(?:я|і|ю|ею|ях)|дослідженн(?:я|і|ям|ях|ю)|прац(?:я|і|ю|ею|ях)|робот(?:а|и|і|у|ою|ах)|монографі(?:я|ї|ю|єю)|книз(?:і))$/iu
export const YEAR_WORD: RegExp = /^(?:года|году|годах|годов|год|г|гг|року|році|роках|рік|р|рр)$/u
export const KAZAKH_WORK: RegExp = /^(?:еңбе|мақала|зерттеу|кітаб|монография|жұмыс|диссертация)/u
export const ENGLISH_WORK: RegExp =
  /^(?:articles?|papers?|stud(?:y|ies)|books?|works?|monographs?|essays?|thesis|dissertation|reviews?|analysis|reports?|survey|chapters?|account|volume)$/iu
