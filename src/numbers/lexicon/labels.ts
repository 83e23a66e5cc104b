import { Stems } from './inflection.ts'

/** Words before a number that make it a label, a locator or a code, whatever follows. */
export const labelWords: Stems<true> = new Stems([
  [
    'table tables tab figure figures fig figs chapter chapters chap ch section sections sec sect eq eqs equation equations article articles art hall box building route room platform windows iso boeing airbus law no nos number numbers page pages p pp vol volume volumes issue part parts step steps appendix appendices lemma theorem version versions v release releases line lines item items study example examples note notes ref refs reference references algorithm listing lst panel supplementary scheme case phase stage type grade class level model grant isbn issn orcid doi pmid pmcid arxiv id gen python java cuda ubuntu layer layers day experiment protocol question questions category categories chromosome chr exon row rows column columns group block channel cluster clusters component components pc year week month step visit wave session round scenario option arm cohort site sites rule trial topic topics',
    true,
  ],
  [
    'табл таблица таблице таблицы таблиц рис рисунок рисунке рисунка рисунков гл глава главе главы с стр страница странице том тома вып выпуск № n п пункт пункта ст статья статье статьи зал зале зала корпус корпусе корпуса раздел разделе часть части этап этапе шаг версия версии версией тел телефон телефону программе программы приложение приложении формула формуле ф-ла кн я ж сноска прим',
    true,
  ],
  ['бет бб кесте кестеде сурет суретте тарау бөлім бап залда нөмірі нұсқасы', true],
])

/** Words after a number that make it a label: `19 века`, `90年代`. */
export const labelAfter: Stems<true> = new Stems([
  ['век века веке веков в.в century centuries ғасыр* го й ая ое ые х ой ого му st nd rd th', true],
])

/** Chinese characters after a number that make it a label. */
export const hanLabelAfter: ReadonlySet<string> = new Set(
  '年代 年级 世纪 号 站台 章 节 页 版 届 楼 条款 月 日 期 卷 级 环 路'.split(' '),
)

/** Characters before a number that make it a label. */
export const hanLabelBefore: ReadonlySet<string> = new Set(['第', '表', '图', '式', '初', '附', '国道', '编号'])

const MONTHS: Stems<number> = new Stems([
  ['january jan январ* январь қаңтар*', 1],
  ['february feb феврал* февраль ақпан*', 2],
  ['march mar март* наурыз*', 3],
  ['april apr апрел* апрель сәуір*', 4],
  ['may май мая мае мамыр*', 5],
  ['june jun июн* июнь маусым*', 6],
  ['july jul июл* июль шілде*', 7],
  ['august aug август* тамыз*', 8],
  ['september sep sept сентябр* сентябрь қыркүйек*', 9],
  ['october oct октябр* октябрь қазан*', 10],
  ['november nov ноябр* ноябрь қараша*', 11],
  ['december dec декабр* декабрь желтоқсан*', 12],
])

/** The month (1 to 12) that a lower-case word names. */
export function monthOf(word: string): number | undefined {
  return MONTHS.find(word)?.value
}

/** Words beside a four-digit number between 1500 and 2099 that make it a year. */
export const yearWords: Stems<true> = new Stems([['year years г гг год* годов годах жыл* ж жж жылдар* fy', true]])

/** Nouns that are counted: they make a number a count, and three digits after a separator thousands. */
export const countedNouns: Stems<true> = new Stems([
  [
    'people person* respondent* participant* patient* subject* household* firm* compan* companies vessel* home* student* pupil* worker* employee* interviewee* delegate* child children women men woman man family families village* town* cit* cities countr* countries project* copies copy case* letter* animal* visitor* farm* plant* reader* inhabitant* resident* seedling* station* school* book* article* paper* stud* species sample* site* observation* record* file* image* gene* cell* user* item* vehicle* trial*',
    true,
  ],
  [
    'человек человека чел респондент* участник* пациент* семей семьи домов семья предприяти* предприятий фирм* компани* компаний стран* страны студент* рабоч* работник* делегат* проект* экз экземпляр* писем книг* дел случа* жител* читател* саженц* школ* судов судна карточек колодц* адам* респонденттер* ел елдің оқушы* бала* отбас* кәсіпорын* дана жоба* тұрғын* делегат* үй* домохозяйств* учител* преподавател* врач* ферм* деревень деревни сёл сел село больниц* голос* обращен* детей ребёнка ребенка ребят женщин* мужчин* шаруашылық* мұғалім* дәрігер* ауыл*',
    true,
  ],
])
