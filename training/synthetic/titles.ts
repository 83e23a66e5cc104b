import type { Random } from '../random.ts'
import type { Vocabulary } from './cyrillic-works.ts'

/** Endings of titles and the words of rarer kinds of works, one table a language. Own lists; no source. */
export interface Rarities {
  /** `{n}` a name with initials, `{p}` a place, `{y}` and `{z}` years */
  readonly tails: readonly string[]
  readonly heads: readonly string[]
  readonly series: readonly string[]
  readonly standards: readonly string[]
  readonly standardTitles: readonly string[]
  readonly patents: readonly string[]
  readonly entries: readonly string[]
  readonly encyclopedias: readonly string[]
  readonly kinds: readonly string[]
  readonly volumesOf: readonly string[]
  readonly parts: readonly string[]
  readonly defended: readonly string[]
  readonly reviews: readonly string[]
  readonly pressed: readonly string[]
  readonly undated: readonly string[]
  readonly and: string
}

const list = (text: string): readonly string[] => text.split('|')

const russian: Rarities = {
  tails: list(
    ' в XVIII – начале XX вв.| во второй половине XIX в.| в {y}–{z} гг.| в {y}-е гг.| ({y}–{z} гг.)| (на примере г. {p})| (на материалах {p})|: по материалам экспедиции {y} г.| (к 100-летию со дня рождения {n})| в творчестве {n}| в трудах {n}|: опыт и проблемы|. Часть 2| : монографический очерк|: за и против|: pro et contra| – взгляд из г. {p}|: от теории к практике| (по данным на {y} г.)| (обзор)| в системе «человек – природа»| на рубеже XX–XXI вв.| и т. д.|. Опыт сравнительного анализа|. Кн. для учителя| и роль {n} в его изучении|: {y}–{z}| по состоянию на 01.01.{y} г.| имени {n}|: вопросы и ответы|, их место и роль|, или Зачем нужна степь',
  ),
  heads: list('К вопросу о|О некоторых аспектах|К проблеме|Ещё раз о|Об|Что такое|Несколько замечаний о|К истории'),
  series: list(
    'Сер. История|Серия: Экономика|Сер. 8. География|Серия гуманитарных наук|Сер. обществ. наук|Филология и искусствоведение|Технические науки|Новая серия',
  ),
  standards: list('ГОСТ|ГОСТ Р|СТ РК|ТУ|СНиП|СП|СанПиН|ОСТ'),
  standardTitles: list(
    'Вода питьевая. Методы отбора проб|Система стандартов по информации. Отчёт о работе. Структура и правила оформления|Бетоны тяжёлые. Технические условия|Почвы. Определение влажности|Кабели силовые. Общие требования|Топливо твёрдое. Методы испытаний',
  ),
  patents: list('Пат.|Патент|А. с.|Пат. на полезную модель'),
  entries: list('Степь|Караван|Дала|Колодец|Юрта|Ландшафт|Миграция|Диалог культур|Топонимика'),
  encyclopedias: list(
    'Степная энциклопедия|Энциклопедический словарь краеведа|Большая энциклопедия кочевника|Словарь терминов региональной экономики|Краткий географический справочник',
  ),
  kinds: list(
    'учеб. пособие для студентов вузов|сборник документов и материалов|метод. рекомендации|материалы к спецкурсу|избр. тр.|сб. ст.|библиогр. указ.|стат. сб.|пособие для учителей|практикум|коллективная монография|хрестоматия|документы и материалы|полн. собр. соч.|избранное',
  ),
  volumesOf: list('в 2 т.|в 3 т.|В 2 ч.|в 5 кн.|в 10 т.|В 3-х томах|в 2-х ч.'),
  parts: list('Т. {v}|Ч. {v}|Кн. {v}|Вып. {v}|Т. {v}, кн. 1|Том {v}|ч. {v}'),
  defended: list(' : защищена 12.05.{y}| : утв. 15.07.{y}|'),
  reviews: list('Рец. на кн.: |[Рец.] |Рецензия на книгу: |Рец. на: '),
  pressed: list('(в печати)|В печати|[в печати]|(принято к публикации)'),
  undated: list('[б. г.]|б. г.|Б. г.'),
  and: ' и ',
}

const ukrainian: Rarities = {
  tails: list(
    ' у XVIII – на початку XX ст.| у другій половині XIX ст.| у {y}–{z} рр.| ({y}–{z} рр.)| (на прикладі м. {p})| (на матеріалах {p})| (до 100-річчя від дня народження {n})| у творчості {n}|: досвід і проблеми|. Частина 2|: від теорії до практики| (огляд)| на межі XX–XXI ст.| : монографічний нарис|. Досвід порівняльного аналізу|: {y}–{z}| імені {n}|: питання та відповіді|, їх місце і роль| та роль {n} у його вивченні',
  ),
  heads: list('До питання про|Про деякі аспекти|До проблеми|Ще раз про|Що таке|Кілька зауважень про|До історії'),
  series: list(
    'Серія: Історія|Сер. Економіка|Серія географічна|Сер. філол.|Технічні науки|Серія «Право»|Соціально-економічні науки',
  ),
  standards: list('ДСТУ|ДСТУ ISO|ДБН|ДСанПіН|ТУ У'),
  standardTitles: list(
    'Вода питна. Методи відбирання проб|Інформація та документація. Звіти. Структура|Бетони важкі. Технічні умови|Ґрунти. Визначення вологості',
  ),
  patents: list('Пат.|Патент|Пат. на корисну модель'),
  entries: list('Степ|Криниця|Мандрівка|Ландшафт|Діалог культур|Топоніміка'),
  encyclopedias: list(
    'Степова енциклопедія|Енциклопедичний словник краєзнавця|Словник термінів регіональної економіки',
  ),
  kinds: list(
    'навч. посіб. для студ. вищ. навч. закл.|навчальний посібник|зб. наук. пр.|метод. рек.|підручник|колективна монографія|збірник документів|вибр. твори|практикум|довідник|хрестоматія|бібліогр. покажч.|стат. зб.',
  ),
  volumesOf: list('у 2 т.|у 3 т.|У 2 ч.|в 5 кн.|у 10 т.|у 2-х ч.'),
  parts: list('Т. {v}|Ч. {v}|Кн. {v}|Вип. {v}|Т. {v}, кн. 1|Том {v}|ч. {v}'),
  defended: list(' : захищена 12.05.{y}| : затв. 15.07.{y}|'),
  reviews: list('Рец. на кн.: |[Рец.] |Рецензія на книгу: '),
  pressed: list('(у друці)|У друці|[у друці]'),
  undated: list('[б. р.]|б. р.'),
  and: ' та ',
}

const kazakh: Rarities = {
  tails: list(
    ' (XVIII ғасыр – ХХ ғасырдың басы)| ({y}–{z} жж.)| ({p} қаласы мысалында)| ({y}–{z} жылдар)|: {n} мұрасы негізінде| ({n} туғанына 100 жыл)|: кеше, бүгін, ертең| (шолу)|. 2-бөлім|: тәжірибе мен мәселелер|: зерттеулер, мақалалар|: {y}–{z}| және {n} еңбектері|: сұрақтар мен жауаптар|. Салыстырмалы талдау тәжірибесі| (оқу құралы)| (архив деректері бойынша)| – ел дамуының кепілі',
  ),
  heads: list('Қазіргі|Жаңа|Ұлы дала және|Тәуелсіздік және|Цифрлық'),
  series: list(
    'Тарих сериясы|Экономика сериясы|Филология сериясы|Қоғамдық ғылымдар сериясы|География сериясы|Педагогика ғылымдары|Гуманитарлық ғылымдар',
  ),
  standards: list('ҚР СТ|МЕМСТ|ГОСТ|ҚР ҚНжЕ|СТ РК'),
  standardTitles: list(
    'Ауыз су. Сынама алу әдістері|Ақпарат жүйесі. Есептің құрылымы мен рәсімделуі|Ауыр бетондар. Техникалық шарттар|Топырақ. Ылғалдылықты анықтау',
  ),
  patents: list('Пат.|Патент|Өнертабысқа пат.|Авторлық куәлік'),
  entries: list('Дала|Керуен|Құдық|Киіз үй|Көш|Жайлау|Шаңырақ|Ономастика'),
  encyclopedias: list('Дала энциклопедиясы|Қазақстан: Энциклопедия|Қазақша түсіндірме сөздік|Ұлттық энциклопедия'),
  kinds: list(
    'оқу құралы|оқулық|монография|оқу-әдістемелік құрал|ғылыми мақалалар жинағы|құжаттар мен материалдар жинағы|таңдамалы шығармалар|зерттеулер мен мақалалар|анықтамалық|хрестоматия|ұжымдық монография|жоғары оқу орындарының студенттеріне арналған оқулық|шығармалар жинағы|жинақ',
  ),
  volumesOf: list('2 томдық|3 томдық|2 бөлімді|5 кітаптан тұратын|он томдық|екі томдық'),
  parts: list(
    '{v}-т.|Т. {v}|{v}-том|{v} т.|{v}-кітап|{v}-бөлім|{v}-ші том|Т.{v}|{v}-т|{v} том|{v}-шығарылым|Вып. {v}|Кіт. {v}',
  ),
  defended: list('|: қорғалған 12.05.{y}'),
  reviews: list('Пікір: |Кітапқа пікір: |Рец.: '),
  pressed: list('(баспада)|Баспада|[баспада]'),
  undated: list('[ж. ж.]|б. ж.|ж.ж.'),
  and: ' және ',
}

/** The rarities of a language, told by its words for months. */
export function raritiesOf(words: Vocabulary): Rarities {
  const january = words.monthsGenitive[0] as string
  return january === 'қаңтар' ? kazakh : january === 'січня' ? ukrainian : russian
}

export function filled(random: Random, words: Vocabulary, pattern: string): string {
  const year = random.between(1890, 2010)
  const name = (): string => {
    const family = random.pick(words.families)
    const gap = random.pick([' ', '', ' '])
    return `${random.pick(words.given)[0]}.${gap}${random.pick(words.patronymics)[0]}. ${family}`
  }
  return pattern
    .replaceAll('{n}', name)
    .replaceAll('{p}', () => random.pick(words.places))
    .replaceAll('{y}', String(year))
    .replaceAll('{z}', String(year + random.between(2, 20)))
    .replaceAll('{v}', () =>
      random.pick([String(random.between(1, 12)), String(random.between(1, 5)), 'I', 'II', 'III']),
    )
}

/** A title as it is, or with what scholars hang on theirs: years, places, names, abbreviations with full stops. */
export function longer(random: Random, words: Vocabulary, title: string): string {
  const { tails, heads } = raritiesOf(words)
  let text = title.replace(/[?]$/, '')
  if (random.chance(0.12)) text = `${random.pick(heads)} ${(text[0] ?? '').toLowerCase()}${text.slice(1)}`
  return text + filled(random, words, random.pick(tails))
}

/** A journal abbreviated word by word, with its series, or with its city. */
export function journalVariant(random: Random, words: Vocabulary, journal: string): string {
  const form = random.below(4)
  if (form === 0) {
    return journal
      .split(' ')
      .map((word) => {
        const at = word.search(/(?<=^.{2,5}[бвгджзклмнпрстфхцчшщқғң])(?=.{2})/iu)
        return at > 2 && random.chance(0.8) ? `${word.slice(0, at)}.` : word
      })
      .join(' ')
  }
  const { series } = raritiesOf(words)
  if (form === 1) return `${journal} (${random.pick(words.places)})`
  return `${journal}${random.pick(['. ', '. ', ', ', ' : ', '. – '])}${random.pick(series)}`
}
