import type { SectionKind } from '../model/document.ts'
import { fold } from './fold.ts'

/** What a heading announces: a kind of section, or a part of the article that stands after the lists. */
export type HeadingKind =
  | Exclude<SectionKind, 'front' | 'body'>
  | 'further-reading'
  | 'appendix'
  | 'authors'
  | 'statement'
  | 'contents'
  | 'literature-review'

export interface SectionWord {
  readonly kind: HeadingKind
  /** ISO 639-1 of the heading's own words */
  readonly language: string
}

/**
 * The usual headings of articles by kind and language. Where two languages share a word the first row that has it wins;
 * so English stands first and Russian before Ukrainian.
 */
const headings: Readonly<Record<HeadingKind, Readonly<Record<string, readonly string[]>>>> = {
  references: {
    en: [
      'references',
      'reference',
      'reference list',
      'list of references',
      'references cited',
      'references and notes',
      'notes and references',
      'cited references',
      'cited literature',
      'literature cited',
      'literature',
      'works cited',
      'cited works',
      'list of works cited',
      'bibliography',
      'selected bibliography',
      'bibliographic references',
      'bibliographical references',
      'references and sources',
      'sources',
      'sources and literature',
      'list of sources',
      'reference literature',
    ],
    ru: [
      'литература',
      'список литературы',
      'использованная литература',
      'список использованной литературы',
      'список использованных источников',
      'список использованных источников и литературы',
      'список использованной литературы и источников',
      'список источников',
      'список источников и литературы',
      'список литературы и источников',
      'список цитируемой литературы',
      'список цитированной литературы',
      'цитируемая литература',
      'цитированная литература',
      'использованные источники',
      'источники',
      'источники и литература',
      'литература и источники',
      'библиография',
      'библиографический список',
      'библиографические ссылки',
      'список библиографических ссылок',
      'пристатейный список литературы',
      'пристатейный библиографический список',
      'ссылки',
      'примечания и ссылки',
      'перечень использованных источников',
    ],
    kk: [
      'әдебиет',
      'әдебиеттер',
      'әдебиеттер тізімі',
      'пайдаланылған әдебиет',
      'пайдаланылған әдебиеттер',
      'пайдаланылған әдебиеттер тізімі',
      'пайдаланған әдебиеттер',
      'пайдаланған әдебиеттер тізімі',
      'қолданылған әдебиеттер',
      'қолданылған әдебиеттер тізімі',
      'пайдаланылған дереккөздер',
      'пайдаланылған дереккөздер тізімі',
      'пайдаланылған көздер тізімі',
      'дереккөздер',
      'дереккөздер тізімі',
      'библиографиялық тізім',
      'сілтемелер',
    ],
    uk: [
      'література',
      'список літератури',
      'використана література',
      'список використаної літератури',
      'список використаних джерел',
      'список використаних джерел і літератури',
      'список використаних джерел та літератури',
      'список джерел',
      'використані джерела',
      'джерела',
      'джерела та література',
      'бібліографія',
      'бібліографічний список',
      'посилання',
    ],
    be: ['літаратура', 'спіс літаратуры', 'спіс выкарыстаных крыніц'],
    zh: [
      '参考文献',
      '參考文獻',
      '文献',
      '文獻',
      '引用文献',
      '引用文獻',
      '参考书目',
      '參考書目',
      '参考资料',
      '參考資料',
      '主要参考文献',
      '征引文献',
      '引文',
    ],
    ja: ['引用・参考文献', '引用参考文献', '参考・引用文献', '参照文献', '参考図書', '参考文献一覧', '文献一覧'],
    ko: ['참고문헌', '참고 문헌', '인용문헌', '참고자료', '참고 문헌 목록'],
    de: [
      'literatur',
      'literaturverzeichnis',
      'literaturnachweis',
      'literaturangaben',
      'literaturliste',
      'quellenverzeichnis',
      'quellen- und literaturverzeichnis',
      'quellen und literatur',
      'quellen',
      'referenzen',
      'bibliografie',
    ],
    fr: [
      'bibliographie',
      'références',
      'références bibliographiques',
      'références citées',
      'liste des références',
      'ouvrages cités',
      'sources et bibliographie',
      'littérature citée',
    ],
    es: [
      'referencias',
      'referencias bibliográficas',
      'bibliografía',
      'lista de referencias',
      'literatura citada',
      'obras citadas',
      'fuentes',
      'fuentes y bibliografía',
      'bibliografía citada',
    ],
    it: ['riferimenti bibliografici', 'riferimenti', 'bibliografia', 'opere citate', 'letteratura citata'],
    pt: [
      'referências',
      'referências bibliográficas',
      'lista de referências',
      'obras citadas',
      'literatura citada',
      'fontes',
    ],
    tr: ['kaynakça', 'kaynaklar', 'kaynaklar dizini', 'yararlanılan kaynaklar', 'referanslar', 'bibliyografya'],
    pl: ['bibliografia załącznikowa', 'piśmiennictwo', 'literatura cytowana', 'wykaz literatury', 'spis literatury'],
    cs: ['literatura', 'použitá literatura', 'seznam literatury', 'seznam použité literatury', 'reference a zdroje'],
    nl: ['referenties', 'literatuurlijst', 'bronnen'],
  },
  'further-reading': {
    en: ['further reading', 'suggested reading', 'recommended reading', 'additional reading'],
    ru: ['дополнительная литература', 'рекомендуемая литература', 'что читать дальше'],
    kk: ['қосымша әдебиеттер', 'ұсынылатын әдебиеттер'],
    uk: ['додаткова література', 'рекомендована література'],
    zh: ['延伸阅读', '扩展阅读', '推荐阅读'],
    de: ['weiterführende literatur'],
    fr: ['pour en savoir plus', 'lectures complémentaires'],
    es: ['lecturas recomendadas', 'lecturas adicionales'],
  },
  abstract: {
    en: ['abstract', 'summary', 'executive summary', 'annotation', 'resume'],
    ru: ['аннотация', 'реферат', 'резюме'],
    kk: ['аңдатпа', 'түйін', 'түйіндеме', 'андатпа', 'аннотациясы'],
    uk: ['анотація'],
    zh: ['摘要', '内容摘要', '内容提要', '提要'],
    ja: ['要旨', '要約', '概要', '抄録'],
    ko: ['초록', '요약', '국문초록'],
    de: ['zusammenfassung', 'kurzfassung'],
    fr: ['résumé'],
    es: ['resumen'],
    it: ['riassunto', 'sommario', 'sintesi'],
    pt: ['resumo'],
    tr: ['özet', 'öz'],
    pl: ['streszczenie', 'abstrakt'],
  },
  keywords: {
    en: ['keywords', 'key words', 'index terms', 'keywords and phrases', 'key words and phrases'],
    ru: ['ключевые слова', 'ключевые слова и словосочетания'],
    kk: ['түйін сөздер', 'түйінді сөздер', 'кілт сөздер', 'кілтті сөздер', 'негізгі сөздер'],
    uk: ['ключові слова'],
    zh: ['关键词', '關鍵詞', '关键字', '主题词'],
    ja: ['キーワード'],
    ko: ['주제어', '핵심어', '키워드', '색인어'],
    de: ['schlüsselwörter', 'schlagwörter', 'stichwörter', 'schlagworte'],
    fr: ['mots-clés', 'mots clés', 'mots clefs', 'mots-clefs'],
    es: ['palabras clave', 'palabras claves'],
    it: ['parole chiave'],
    pt: ['palavras-chave', 'palavras chave'],
    tr: ['anahtar kelimeler', 'anahtar sözcükler'],
    pl: ['słowa kluczowe'],
  },
  introduction: {
    en: ['introduction', 'background', 'introduction and background'],
    ru: ['введение', 'вступление', 'актуальность'],
    kk: ['кіріспе'],
    uk: ['вступ'],
    zh: ['引言', '导言', '绪论', '前言', '引 言', '问题的提出'],
    ja: ['はじめに', '序論', '緒言', '序章'],
    ko: ['서론', '머리말', '들어가며'],
    de: ['einleitung', 'einführung'],
    fr: ['introduction générale'],
    es: ['introducción'],
    it: ['introduzione'],
    pt: ['introdução'],
    tr: ['giriş'],
    pl: ['wstęp', 'wprowadzenie'],
  },
  'literature-review': {
    en: ['literature review', 'review of literature', 'related work', 'related works'],
    ru: ['обзор литературы', 'литературный обзор'],
    kk: ['әдебиетке шолу', 'әдебиеттерге шолу', 'әдеби шолу'],
    uk: ['огляд літератури'],
    zh: ['文献综述', '文献回顾', '研究综述'],
  },
  methods: {
    en: [
      'methods',
      'method',
      'methodology',
      'materials and methods',
      'methods and materials',
      'material and methods',
      'research methods',
      'research methodology',
      'data and methods',
      'methods and data',
      'experimental section',
      'patients and methods',
      'subjects and methods',
    ],
    ru: [
      'методы',
      'методы исследования',
      'материалы и методы',
      'материалы и методы исследования',
      'материал и методы',
      'методология',
      'методология исследования',
      'методика исследования',
      'данные и методы',
    ],
    kk: [
      'әдістер',
      'зерттеу әдістері',
      'материалдар мен әдістер',
      'материалдар мен зерттеу әдістері',
      'зерттеу әдіснамасы',
      'әдіснама',
      'әдістеме',
    ],
    uk: ['методи', 'матеріали і методи', 'матеріали та методи', 'методи дослідження', 'методологія'],
    zh: ['方法', '研究方法', '材料与方法', '资料与方法', '数据与方法', '对象与方法'],
    ja: ['研究方法', '対象と方法'],
    ko: ['연구방법', '연구 방법', '재료 및 방법'],
    de: ['methoden', 'methodik', 'material und methoden'],
    fr: ['méthodes', 'méthodologie', 'matériel et méthodes', 'matériels et méthodes'],
    es: ['métodos', 'metodología', 'materiales y métodos', 'material y métodos'],
    it: ['metodi', 'metodologia', 'materiali e metodi'],
    pt: ['metodologia', 'materiais e métodos', 'material e métodos'],
    tr: ['yöntem', 'gereç ve yöntem', 'materyal ve metot'],
    pl: ['metody', 'materiał i metody', 'materiały i metody', 'metodologia'],
  },
  results: {
    en: [
      'results',
      'findings',
      'results and discussion',
      'results and discussions',
      'research results',
      'main results',
    ],
    ru: [
      'результаты',
      'результаты и обсуждение',
      'результаты исследования',
      'результаты исследования и обсуждение',
      'результаты исследования и их обсуждение',
      'основные результаты',
      'полученные результаты',
    ],
    kk: [
      'нәтижелер',
      'нәтижелері',
      'нәтижелер мен талқылау',
      'нәтижелер және талқылау',
      'нәтижелер және оларды талқылау',
      'зерттеу нәтижелері',
      'нәтижелері және талқылау',
    ],
    uk: ['результати', 'результати та обговорення', 'результати дослідження'],
    zh: ['结果', '研究结果', '结果与讨论', '结果与分析', '实证结果'],
    ja: ['結果と考察'],
    ko: ['결과', '연구결과', '연구 결과'],
    de: ['ergebnisse', 'ergebnisse und diskussion'],
    fr: ['résultats', 'résultats et discussion'],
    es: ['resultados', 'resultados y discusión'],
    it: ['risultati', 'risultati e discussione'],
    pt: ['resultados e discussão'],
    tr: ['bulgular', 'bulgular ve tartışma', 'sonuçlar'],
    pl: ['wyniki', 'wyniki badań', 'wyniki i dyskusja'],
  },
  discussion: {
    en: ['discussion', 'general discussion', 'discussions'],
    ru: ['обсуждение', 'обсуждение результатов', 'дискуссия'],
    kk: ['талқылау', 'талдау', 'пікірталас'],
    uk: ['обговорення', 'дискусія'],
    zh: ['讨论', '討論'],
    ja: ['考察'],
    ko: ['논의', '고찰'],
    de: ['diskussion'],
    es: ['discusión'],
    it: ['discussione'],
    pt: ['discussão'],
    tr: ['tartışma'],
    pl: ['dyskusja', 'omówienie'],
  },
  conclusion: {
    en: [
      'conclusion',
      'conclusions',
      'concluding remarks',
      'discussion and conclusion',
      'discussion and conclusions',
      'conclusion and recommendations',
      'conclusions and recommendations',
      'summary and conclusions',
    ],
    ru: ['заключение', 'выводы', 'вывод', 'заключение и выводы', 'выводы и заключение', 'обсуждение и заключение'],
    kk: ['қорытынды', 'қорытындылар', 'тұжырым', 'қорытынды мен ұсыныстар'],
    uk: ['висновки', 'висновок'],
    zh: ['结论', '結論', '结语', '结束语', '结论与建议', '结论与展望'],
    ja: ['おわりに', '結語', 'まとめ'],
    ko: ['결론', '맺음말', '나가며'],
    de: ['fazit', 'schluss', 'schlussfolgerung', 'schlussfolgerungen'],
    fr: ['conclusion générale'],
    es: ['conclusiones', 'conclusión'],
    it: ['conclusioni', 'conclusione'],
    pt: ['conclusões', 'conclusão', 'considerações finais'],
    tr: ['sonuç', 'sonuç ve öneriler'],
    pl: ['wnioski', 'zakończenie', 'podsumowanie'],
  },
  acknowledgements: {
    en: [
      'acknowledgements',
      'acknowledgments',
      'acknowledgement',
      'acknowledgment',
      'funding',
      'funding information',
      'financial support',
      'acknowledgements and funding',
    ],
    ru: [
      'благодарности',
      'благодарность',
      'финансирование',
      'информация о финансировании',
      'источник финансирования',
      'источники финансирования',
    ],
    kk: ['алғыс', 'алғыс білдіру', 'қаржыландыру', 'алғыстар', 'қаржыландыру туралы ақпарат'],
    uk: ['подяки', 'подяка', 'фінансування'],
    zh: ['致谢', '致謝', '基金项目', '基金'],
    ja: ['謝辞'],
    ko: ['감사의 글', '사사'],
    de: ['danksagung', 'förderung'],
    fr: ['remerciements', 'financement'],
    es: ['agradecimientos', 'financiación', 'financiamiento'],
    it: ['ringraziamenti', 'finanziamenti'],
    pt: ['agradecimentos', 'financiamento'],
    tr: ['teşekkür', 'finansman'],
    pl: ['podziękowania', 'finansowanie'],
  },
  appendix: {
    en: ['appendix', 'appendices', 'supplementary material', 'supplementary materials', 'supporting information'],
    ru: ['приложение', 'приложения'],
    kk: ['қосымша', 'қосымшалар'],
    uk: ['додаток', 'додатки'],
    zh: ['附录', '附錄'],
    de: ['anhang'],
    fr: ['annexe', 'annexes'],
    es: ['apéndice', 'anexo', 'anexos'],
    it: ['appendice'],
    pt: ['apêndice'],
    tr: ['ekler', 'ek'],
    pl: ['aneks', 'załącznik'],
  },
  authors: {
    en: [
      'about the authors',
      'about the author',
      'about authors',
      'information about the authors',
      'information about the author',
      'information about authors',
      'information about author',
      'author information',
      'authors information',
      "authors' information",
      'author details',
      'biographies',
      'author biographies',
      'author biography',
    ],
    ru: [
      'сведения об авторах',
      'сведения об авторе',
      'информация об авторах',
      'информация об авторе',
      'об авторах',
      'об авторе',
    ],
    kk: [
      'авторлар туралы мәлімет',
      'автор туралы мәлімет',
      'авторлар туралы мәліметтер',
      'авторлар туралы ақпарат',
      'автор туралы ақпарат',
    ],
    uk: ['відомості про авторів', 'відомості про автора', 'про авторів', 'інформація про авторів'],
    zh: ['作者简介', '作者简历'],
    de: ['über die autoren', 'zu den autoren'],
    fr: ['à propos des auteurs', 'notices biographiques'],
    es: ['sobre los autores', 'sobre el autor'],
    pt: ['sobre os autores', 'sobre o autor'],
  },
  statement: {
    en: [
      'conflict of interest',
      'conflicts of interest',
      'conflict of interests',
      'competing interests',
      'declaration of competing interest',
      'declaration of interest',
      'declarations',
      'author contributions',
      "authors' contributions",
      'authors contributions',
      'authors contribution',
      'contribution of the authors',
      'data availability',
      'data availability statement',
      'availability of data and materials',
      'ethics statement',
      'ethical approval',
      'abbreviations',
      'notes',
      'endnotes',
      'footnotes',
      'tables',
      'figures',
      'figure legends',
      'list of tables',
      'list of figures',
      'glossary',
      'index',
    ],
    ru: [
      'конфликт интересов',
      'вклад авторов',
      'примечания',
      'список сокращений',
      'сокращения',
      'перечень сокращений',
      'доступность данных',
    ],
    kk: ['мүдделер қақтығысы', 'авторлардың үлесі', 'ескертпелер', 'қысқартулар'],
    uk: ['конфлікт інтересів', 'внесок авторів', 'примітки'],
    zh: ['利益冲突', '作者贡献', '注释', '注'],
    de: ['interessenkonflikt', 'anmerkungen'],
    fr: ["conflit d'intérêts", 'notes de fin'],
    es: ['conflicto de intereses', 'notas'],
  },
  contents: {
    en: ['contents', 'table of contents'],
    ru: ['содержание', 'оглавление'],
    kk: ['мазмұны', 'мазмұн'],
    uk: ['зміст'],
    zh: ['目录', '目錄'],
    de: ['inhalt', 'inhaltsverzeichnis'],
    fr: ['table des matières', 'sommaire'],
    es: ['índice', 'contenido'],
    it: ['indice'],
    pt: ['sumário'],
    tr: ['içindekiler'],
    pl: ['spis treści'],
  },
}

const known: ReadonlyMap<string, SectionWord> = tabulate()

function tabulate(): Map<string, SectionWord> {
  const map = new Map<string, SectionWord>()
  for (const [kind, languages] of Object.entries(headings)) {
    for (const [language, words] of Object.entries(languages)) {
      for (const word of words) {
        for (const key of [accentedKey(word), headingKey(word)]) {
          if (!map.has(key)) map.set(key, { kind: kind as HeadingKind, language })
        }
      }
    }
  }
  return map
}

/** Longest heading that is looked up: the longest row of the table with its number, twice over for bilingual ones. */
const longest = 120

/**
 * What a heading announces, or undefined for one of no special kind. Numbers, marks, case, accents, a final colon or
 * full stop and letter-spacing do not count: `6. REFERENCES:`, `**Л И Т Е Р А Т У Р А**`, `Литература / References`.
 */
export function sectionWord(text: string): SectionWord | undefined {
  if (text.length > longest) return undefined
  const key = headingKey(text)
  // accents tell Portuguese from Spanish where they are typed
  const whole = known.get(accentedKey(text)) ?? known.get(key)
  if (whole !== undefined) return whole
  const parts = text.split(/[/|()（）]/).filter((part) => /\p{L}/u.test(part))
  if (parts.length < 2)
    return known.get(key.replace(/ [a-z0-9]$/, ''))?.kind === 'appendix' ? known.get(key.slice(0, -2)) : undefined
  const found = parts.map((part) => known.get(headingKey(part)))
  return found.every((word) => word !== undefined && word.kind === found[0]?.kind) ? found[0] : undefined
}

/**
 * A head that runs into its paragraph (`Abstract. In our…`, `Ключевые слова: …`, `【摘要】…`): what it announces and the
 * offset at which the text after it starts.
 */
export function inlineHead(text: string): { readonly word: SectionWord; readonly end: number } | undefined {
  const head = text.slice(0, 70)
  const bracketed = /^[[【［](.{1,20}?)[\]】］][ :：]{0,3}/u.exec(head)
  const bracketedWord = bracketed === null ? undefined : sectionWord(bracketed[1] as string)
  if (bracketed !== null && bracketedWord !== undefined) return { word: bracketedWord, end: bracketed[0].length }
  for (const mark of head.matchAll(/[.:：。]|\s[-–—]\s|[–—]/gu)) {
    const before = head.slice(0, mark.index)
    if (!/\p{L}/u.test(before)) continue
    const word = sectionWord(before)
    if (word === undefined) return undefined
    const rest = /^[\s.:：–—-]{0,6}/u.exec(text.slice(mark.index, mark.index + 6))?.[0].length ?? 0
    if (mark.index + rest >= text.length) return undefined
    // a sentence may begin with such a word: only a capital makes it a head
    return /^[\p{Ll}]/u.test(text) ? undefined : { word, end: mark.index + rest }
  }
  return undefined
}

/** Words of a heading as they are looked up. */
function headingKey(text: string): string {
  return keyOf(fold(text))
}

function accentedKey(text: string): string {
  return keyOf(text.normalize('NFC').toLowerCase())
}

function keyOf(plain: string): string {
  const words = plain
    .replace(/[’ʼ`]/g, "'")
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(
      /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}(?=[.)])|[一二三四五六七八九十]{1,3}(?=[、.．]))[.)、．]?\s+(?=\p{L})/u,
      '',
    )
    .replace(/^[一二三四五六七八九十]{1,3}[、.．]\s*/u, '')
    .replace(/^\d{1,2}[.)、．](?=\p{L})/u, '')
    .split(/[^\p{L}\p{N}'・-]+/u)
    .filter((word) => word !== '')
  const spaced = words.length > 2 && words.every((word) => [...word].length === 1)
  const joined = words.join(spaced ? '' : ' ')
  return joined.replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/gu, '')
}
