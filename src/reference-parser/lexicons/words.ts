import { months } from './months.ts'
import { conjunctions, corporateWords, nameSuffixes, particles } from './people.ts'

/**
 * Words that say what stands beside them in a reference, by class, lower case. Own lists: the usual words of reference
 * lists in the languages that citelint knows; plain facts of typography and language.
 */
const classes: Readonly<Record<string, string>> = {
  editor:
    'ed eds edited editor editors hg hrsg herausgegeben herausgeber dir éd éds cura coord coords org orgs red ред редкол редакцией ' +
    'редактор отв гол упоряд укл сост составитель под за общ заг рук 主编 主編 编 編 bearb comp comps compiler рецензент',
  translator:
    'trans translated translator trad traduit traduzione übers übersetzt пер перевод переклад ауд аударған с 译 訳 översättning',
  publisher:
    'press publisher publishers publishing verlag editions éditions editorial editore edizioni editora ediciones presses springer ' +
    'elsevier wiley routledge blackwell academic university uitgeverij wydawnictwo nakladatelství förlag изд издательство ' +
    'издат изд-во видавництво вид-во вид баспа баспасы баспаханасы типография полиграфия пресс книга наука книжный дом ' +
    'просвещение высшая школа мысль юрайт инфра лань академия press出版 books house',
  journal:
    'journal j review rev annals ann bulletin bull archives arch zeitschrift revue revista rivista cahiers quarterly letters lett ' +
    'magazine gazette studies research science sciences advances trends acta proceedings transactions trans tidskrift dergisi ' +
    'вестник журнал известия труды записки вопросы бюллетень проблемы исследования обозрение архив наука ученые сборник ' +
    'вісник записки збірник наукові питання журналы хабаршы хабаршысы жаршысы хабарлары ғылыми',
  conference:
    'proceedings proc conference conf symposium workshop congress meeting colloquium annual international tagung kongress congrès ' +
    'материалы конференции конф конференция тезисы докладов международной науч практ симпозиум съезд матеріали конференції ' +
    'конференциясы материалдары халықаралық симпозиумы',
  thesis:
    'thesis dissertation phd ph doctoral master masters msc diss tesis thèse tesi habilitation дис диссертация автореф автореферат ' +
    'канд докт наук дисертація диссертациясы авторефераты д-ра',
  volume:
    'vol vols volume volumes volumen band bd bde tome tomo tom t v т том jg jahrgang част ч part pt teil теил бөлім 卷 권 제',
  issue: 'no nos nr n num number núm issue iss heft h fasc вып выпуск № вип випуск саны шығ шығарылым 期 号 號 호',
  page: 'p pp pg pgs page pages s ss seite seiten pag pagg pág págs с сс стр б бб бет беттер 页 頁 쪽 σ str',
  edition:
    'edition edn ed aufl auflage édition edición edizione revised rev изд издание изд-е вид басылым басылымы доп перераб испр исправленное 版 판',
  access:
    'accessed access retrieved viewed abgerufen consulté consultado visited обращения обращение звернення доступ доступа қаралған ' +
    'күні қарау дата date last 访问 引用 检索 available url режим электронный ресурс электрондық электронний',
  container: 'in im dans кн сб книге сборнике зб кітапта жинақта 见 載 載於 и в у',
  archive:
    'ргаспи гарф ргаэ рга архив архиві ф оп д л фонд опись дело лист қор іс archives archive box folder fond fol folio ms мұрағат мұрағаты',
  law: 'закон указ постановление приказ кодекс распоряжение заң заңы жарлығы кодексі қаулы қаулысы наказ постанова law act code decree order regulation',
  number:
    'doi isbn issn arxiv pmid pmc hal ssrn report tech technical rep working paper preprint препринт wp no url http https',
  pending: 'press forthcoming submitted appear preparation печати erscheinen druck presse 待刊',
  language:
    'russian chinese kazakh japanese korean english german french ukrainian рус каз англ укр кит нем фр язык языке языка яз қазақ тілінде ағылшын',
  place:
    'london york oxford cambridge paris berlin münchen munich wien vienna leipzig stuttgart frankfurt hamburg köln göttingen tübingen ' +
    'amsterdam leiden rotterdam brussels bruxelles zürich zurich geneva genève basel bern rome roma milano torino venezia firenze ' +
    'bologna padova napoli madrid barcelona lisboa lisbon boston chicago philadelphia princeton washington baltimore berkeley ' +
    'stanford ithaca toronto montreal montréal sydney melbourne tokyo kyoto osaka beijing shanghai hongkong singapore delhi mumbai ' +
    'dordrecht heidelberg weinheim opladen bielefeld wiesbaden baden stockholm uppsala oslo copenhagen københavn helsinki warszawa ' +
    'warsaw kraków praha prague budapest moscow moskva kiev kyiv minsk almaty astana tashkent bishkek istanbul ankara athens thessaloniki ' +
    'dublin edinburgh manchester bristol jersey jose francisco angeles hoboken thousand oaks dc ma ny nj ca uk usa ' +
    'москва м спб л санкт петербург ленинград киев київ к минск алматы астана нұр султан нур ташкент бишкек душанбе ашхабад баку ереван ' +
    'тбилиси новосибирск екатеринбург казань томск иркутск владивосток харьков харків львів одеса одесса дніпро караганда қарағанды ' +
    'шымкент тараз семей актобе ақтөбе павлодар қостанай орал өскемен түркістан самара саратов воронеж ростов краснодар уфа пермь омск ' +
    'красноярск рига вильнюс таллин париж лондон берлин вашингтон пекин нью йорк',
}

const names: readonly string[] = Object.keys(classes)

function build(): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  const add = (word: string, bit: number): void => {
    map.set(word, (map.get(word) ?? 0) | (1 << bit))
  }
  for (const [bit, name] of names.entries()) for (const word of (classes[name] as string).split(' ')) add(word, bit)
  // the model was trained with «di» in this class too: it parts no names, but takes part in what the weights know
  const joining = [...conjunctions, 'di']
  const more = [new Set(months.keys()), particles, nameSuffixes, joining, corporateWords]
  for (const [index, words] of more.entries()) for (const word of words) add(word, names.length + index)
  return map
}

/** Word to the bits of its classes. */
export const wordClasses: ReadonlyMap<string, number> = build()

/** Bits of classes by name. */
export function bitOf(name: string): number {
  return 1 << names.indexOf(name)
}

/**
 * Words of scripts without blanks, found in the running text: the tokens that they cover get the class.
 */
export const ideographicWords: readonly (readonly [string, RegExp])[] = [
  ['publisher', /出版社|出版公司|印书馆|印書館|书局|書局|书店|書店|出版局|出版中心/g],
  [
    'journal',
    /学报|學報|杂志|雜誌|期刊|学刊|學刊|论丛|論叢|研究|评论|評論|通报|通報|日报|日報|论坛|月刊|季刊|紀要|学会誌/g,
  ],
  ['conference', /会议|會議|论文集|論文集|研讨会|大会|年会/g],
  ['thesis', /学位论文|博士|硕士|學位論文|修士論文/g],
  ['editor', /主编|主編|编著|編著|编译|等编|編集/g],
  ['translator', /译者|等译|译|訳/g],
  [
    'place',
    /北京|上海|广州|廣州|南京|武汉|成都|西安|乌鲁木齐|兰州|重庆|天津|杭州|长春|哈尔滨|沈阳|济南|台北|香港|東京|京都|大阪|서울|부산/g,
  ],
  ['access', /访问日期|引用日期|检索日期|最后访问/g],
  ['law', /条例|办法|规定|通知|法律/g],
]
