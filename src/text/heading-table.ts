import type { SectionKind } from '../model/document.ts'

/** What a heading announces: a kind of section, or a part of the article that stands after the lists. */
export type HeadingKind =
  | Exclude<SectionKind, 'front' | 'body'>
  | 'further-reading'
  | 'appendix'
  | 'authors'
  | 'statement'
  | 'contents'
  | 'literature-review'

/**
 * The usual headings of articles by kind and language, lower case, separated by `|`. Where two languages share a word the
 * first row that has it wins; so English stands first and Russian before Ukrainian. Collected by hand from journals.
 */
export const headingTable: Readonly<Record<HeadingKind, Readonly<Record<string, string>>>> = {
  references: {
    en: `references | reference | reference list | list of references | references cited | references and notes |
      notes and references | cited references | cited literature | literature cited | literature | works cited |
      cited works | list of works cited | bibliography | selected bibliography | bibliographic references |
      bibliographical references | references and sources | sources | sources and literature | list of sources |
      reference literature`,
    ru: `литература | список литературы | использованная литература | список использованной литературы |
      список использованных источников | список использованных источников и литературы |
      список использованной литературы и источников | список источников | список источников и литературы |
      список литературы и источников | список цитируемой литературы | список цитированной литературы |
      цитируемая литература | цитированная литература | использованные источники | источники | источники и литература |
      литература и источники | библиография | библиографический список | библиографические ссылки |
      список библиографических ссылок | пристатейный список литературы | пристатейный библиографический список |
      ссылки | примечания и ссылки | перечень использованных источников`,
    kk: `әдебиет | әдебиеттер | әдебиеттер тізімі | пайдаланылған әдебиет | пайдаланылған әдебиеттер |
      пайдаланылған әдебиеттер тізімі | пайдаланған әдебиеттер | пайдаланған әдебиеттер тізімі |
      қолданылған әдебиеттер | қолданылған әдебиеттер тізімі | пайдаланылған дереккөздер |
      пайдаланылған дереккөздер тізімі | пайдаланылған көздер тізімі | дереккөздер | дереккөздер тізімі |
      библиографиялық тізім | сілтемелер`,
    uk: `література | список літератури | використана література | список використаної літератури |
      список використаних джерел | список використаних джерел і літератури | список використаних джерел та літератури |
      список джерел | використані джерела | джерела | джерела та література | бібліографія | бібліографічний список |
      посилання`,
    be: 'літаратура | спіс літаратуры | спіс выкарыстаных крыніц',
    zh: '参考文献 | 參考文獻 | 文献 | 文獻 | 引用文献 | 引用文獻 | 参考书目 | 參考書目 | 参考资料 | 參考資料 | 主要参考文献 | 征引文献 | 引文',
    ja: '引用・参考文献 | 引用参考文献 | 参考・引用文献 | 参照文献 | 参考図書 | 参考文献一覧 | 文献一覧',
    ko: '참고문헌 | 참고 문헌 | 인용문헌 | 참고자료 | 참고 문헌 목록',
    de: `literatur | literaturverzeichnis | literaturnachweis | literaturangaben | literaturliste | quellenverzeichnis |
      quellen- und literaturverzeichnis | quellen und literatur | quellen | referenzen | bibliografie`,
    fr: `bibliographie | références | références bibliographiques | références citées | liste des références |
      ouvrages cités | sources et bibliographie | littérature citée`,
    es: `referencias | referencias bibliográficas | bibliografía | lista de referencias | literatura citada | obras citadas |
      fuentes | fuentes y bibliografía | bibliografía citada`,
    it: 'riferimenti bibliografici | riferimenti | bibliografia | opere citate | letteratura citata',
    pt: `referências | referências bibliográficas | lista de referências | obras citadas | literatura citada | fontes`,
    tr: 'kaynakça | kaynaklar | kaynaklar dizini | yararlanılan kaynaklar | referanslar | bibliyografya',
    pl: `bibliografia załącznikowa | piśmiennictwo | literatura cytowana | wykaz literatury | spis literatury`,
    cs: `literatura | použitá literatura | seznam literatury | seznam použité literatury | reference a zdroje`,
    nl: 'referenties | literatuurlijst | bronnen',
  },
  'further-reading': {
    en: 'further reading | suggested reading | recommended reading | additional reading',
    ru: 'дополнительная литература | рекомендуемая литература | что читать дальше',
    kk: 'қосымша әдебиеттер | ұсынылатын әдебиеттер',
    uk: 'додаткова література | рекомендована література',
    zh: '延伸阅读 | 扩展阅读 | 推荐阅读',
    de: 'weiterführende literatur',
    fr: 'pour en savoir plus | lectures complémentaires',
    es: 'lecturas recomendadas | lecturas adicionales',
  },
  abstract: {
    en: 'abstract | summary | executive summary | annotation | resume',
    ru: 'аннотация | реферат | резюме',
    kk: 'аңдатпа | түйін | түйіндеме | андатпа | аннотациясы',
    uk: 'анотація',
    zh: '摘要 | 内容摘要 | 内容提要 | 提要',
    ja: '要旨 | 要約 | 概要 | 抄録',
    ko: '초록 | 요약 | 국문초록',
    de: 'zusammenfassung | kurzfassung',
    fr: 'résumé',
    es: 'resumen',
    it: 'riassunto | sommario | sintesi',
    pt: 'resumo',
    tr: 'özet | öz',
    pl: 'streszczenie | abstrakt',
  },
  keywords: {
    en: 'keywords | key words | index terms | keywords and phrases | key words and phrases',
    ru: 'ключевые слова | ключевые слова и словосочетания',
    kk: 'түйін сөздер | түйінді сөздер | кілт сөздер | кілтті сөздер | негізгі сөздер',
    uk: 'ключові слова',
    zh: '关键词 | 關鍵詞 | 关键字 | 主题词',
    ja: 'キーワード',
    ko: '주제어 | 핵심어 | 키워드 | 색인어',
    de: 'schlüsselwörter | schlagwörter | stichwörter | schlagworte',
    fr: 'mots-clés | mots clés | mots clefs | mots-clefs',
    es: 'palabras clave | palabras claves',
    it: 'parole chiave',
    pt: 'palavras-chave | palavras chave',
    tr: 'anahtar kelimeler | anahtar sözcükler',
    pl: 'słowa kluczowe',
  },
  introduction: {
    en: 'introduction | background | introduction and background',
    ru: 'введение | вступление | актуальность',
    kk: 'кіріспе',
    uk: 'вступ',
    zh: '引言 | 导言 | 绪论 | 前言 | 引 言 | 问题的提出',
    ja: 'はじめに | 序論 | 緒言 | 序章',
    ko: '서론 | 머리말 | 들어가며',
    de: 'einleitung | einführung',
    fr: 'introduction générale',
    es: 'introducción',
    it: 'introduzione',
    pt: 'introdução',
    tr: 'giriş',
    pl: 'wstęp | wprowadzenie',
  },
  'literature-review': {
    en: 'literature review | review of literature | related work | related works',
    ru: 'обзор литературы | литературный обзор',
    kk: 'әдебиетке шолу | әдебиеттерге шолу | әдеби шолу',
    uk: 'огляд літератури',
    zh: '文献综述 | 文献回顾 | 研究综述',
  },
  methods: {
    en: `methods | method | methodology | materials and methods | methods and materials | material and methods |
      research methods | research methodology | data and methods | methods and data | experimental section |
      patients and methods | subjects and methods`,
    ru: `методы | методы исследования | материалы и методы | материалы и методы исследования | материал и методы |
      методология | методология исследования | методика исследования | данные и методы`,
    kk: `әдістер | зерттеу әдістері | материалдар мен әдістер | материалдар мен зерттеу әдістері | зерттеу әдіснамасы |
      әдіснама | әдістеме`,
    uk: 'методи | матеріали і методи | матеріали та методи | методи дослідження | методологія',
    zh: '方法 | 研究方法 | 材料与方法 | 资料与方法 | 数据与方法 | 对象与方法',
    ja: '研究方法 | 対象と方法',
    ko: '연구방법 | 연구 방법 | 재료 및 방법',
    de: 'methoden | methodik | material und methoden',
    fr: 'méthodes | méthodologie | matériel et méthodes | matériels et méthodes',
    es: 'métodos | metodología | materiales y métodos | material y métodos',
    it: 'metodi | metodologia | materiali e metodi',
    pt: 'metodologia | materiais e métodos | material e métodos',
    tr: 'yöntem | gereç ve yöntem | materyal ve metot',
    pl: 'metody | materiał i metody | materiały i metody | metodologia',
  },
  results: {
    en: `results | findings | results and discussion | results and discussions | research results | main results`,
    ru: `результаты | результаты и обсуждение | результаты исследования | результаты исследования и обсуждение |
      результаты исследования и их обсуждение | основные результаты | полученные результаты`,
    kk: `нәтижелер | нәтижелері | нәтижелер мен талқылау | нәтижелер және талқылау | нәтижелер және оларды талқылау |
      зерттеу нәтижелері | нәтижелері және талқылау`,
    uk: 'результати | результати та обговорення | результати дослідження',
    zh: '结果 | 研究结果 | 结果与讨论 | 结果与分析 | 实证结果',
    ja: '結果と考察',
    ko: '결과 | 연구결과 | 연구 결과',
    de: 'ergebnisse | ergebnisse und diskussion',
    fr: 'résultats | résultats et discussion',
    es: 'resultados | resultados y discusión',
    it: 'risultati | risultati e discussione',
    pt: 'resultados e discussão',
    tr: 'bulgular | bulgular ve tartışma | sonuçlar',
    pl: 'wyniki | wyniki badań | wyniki i dyskusja',
  },
  discussion: {
    en: 'discussion | general discussion | discussions',
    ru: 'обсуждение | обсуждение результатов | дискуссия',
    kk: 'талқылау | талдау | пікірталас',
    uk: 'обговорення | дискусія',
    zh: '讨论 | 討論',
    ja: '考察',
    ko: '논의 | 고찰',
    de: 'diskussion',
    es: 'discusión',
    it: 'discussione',
    pt: 'discussão',
    tr: 'tartışma',
    pl: 'dyskusja | omówienie',
  },
  conclusion: {
    en: `conclusion | conclusions | concluding remarks | discussion and conclusion | discussion and conclusions |
      conclusion and recommendations | conclusions and recommendations | summary and conclusions`,
    ru: 'заключение | выводы | вывод | заключение и выводы | выводы и заключение | обсуждение и заключение',
    kk: 'қорытынды | қорытындылар | тұжырым | қорытынды мен ұсыныстар',
    uk: 'висновки | висновок',
    zh: '结论 | 結論 | 结语 | 结束语 | 结论与建议 | 结论与展望',
    ja: 'おわりに | 結語 | まとめ',
    ko: '결론 | 맺음말 | 나가며',
    de: 'fazit | schluss | schlussfolgerung | schlussfolgerungen',
    fr: 'conclusion générale',
    es: 'conclusiones | conclusión',
    it: 'conclusioni | conclusione',
    pt: 'conclusões | conclusão | considerações finais',
    tr: 'sonuç | sonuç ve öneriler',
    pl: 'wnioski | zakończenie | podsumowanie',
  },
  acknowledgements: {
    en: `acknowledgements | acknowledgments | acknowledgement | acknowledgment | funding | funding information |
      financial support | acknowledgements and funding`,
    ru: `благодарности | благодарность | финансирование | информация о финансировании | источник финансирования |
      источники финансирования`,
    kk: 'алғыс | алғыс білдіру | қаржыландыру | алғыстар | қаржыландыру туралы ақпарат',
    uk: 'подяки | подяка | фінансування',
    zh: '致谢 | 致謝 | 基金项目 | 基金',
    ja: '謝辞',
    ko: '감사의 글 | 사사',
    de: 'danksagung | förderung',
    fr: 'remerciements | financement',
    es: 'agradecimientos | financiación | financiamiento',
    it: 'ringraziamenti | finanziamenti',
    pt: 'agradecimentos | financiamento',
    tr: 'teşekkür | finansman',
    pl: 'podziękowania | finansowanie',
  },
  appendix: {
    en: 'appendix | appendices | supplementary material | supplementary materials | supporting information',
    ru: 'приложение | приложения',
    kk: 'қосымша | қосымшалар',
    uk: 'додаток | додатки',
    zh: '附录 | 附錄',
    de: 'anhang',
    fr: 'annexe | annexes',
    es: 'apéndice | anexo | anexos',
    it: 'appendice',
    pt: 'apêndice',
    tr: 'ekler | ek',
    pl: 'aneks | załącznik',
  },
  authors: {
    en: `about the authors | about the author | about authors | information about the authors |
      information about the author | information about authors | information about author | author information |
      authors information | authors' information | author details | biographies | author biographies | author biography`,
    ru: `сведения об авторах | сведения об авторе | информация об авторах | информация об авторе | об авторах | об авторе`,
    kk: `авторлар туралы мәлімет | автор туралы мәлімет | авторлар туралы мәліметтер | авторлар туралы ақпарат |
      автор туралы ақпарат`,
    uk: 'відомості про авторів | відомості про автора | про авторів | інформація про авторів',
    zh: '作者简介 | 作者简历',
    de: 'über die autoren | zu den autoren',
    fr: 'à propos des auteurs | notices biographiques',
    es: 'sobre los autores | sobre el autor',
    pt: 'sobre os autores | sobre o autor',
  },
  statement: {
    en: `conflict of interest | conflicts of interest | conflict of interests | competing interests |
      declaration of competing interest | declaration of interest | declarations | author contributions |
      authors' contributions | authors contributions | authors contribution | contribution of the authors |
      data availability | data availability statement | availability of data and materials | ethics statement |
      ethical approval | abbreviations | notes | endnotes | footnotes | tables | figures | figure legends | list of tables |
      list of figures | glossary | index`,
    ru: `конфликт интересов | вклад авторов | примечания | список сокращений | сокращения | перечень сокращений |
      доступность данных`,
    kk: 'мүдделер қақтығысы | авторлардың үлесі | ескертпелер | қысқартулар',
    uk: 'конфлікт інтересів | внесок авторів | примітки',
    zh: '利益冲突 | 作者贡献 | 注释 | 注',
    de: 'interessenkonflikt | anmerkungen',
    fr: "conflit d'intérêts | notes de fin",
    es: 'conflicto de intereses | notas',
  },
  contents: {
    en: 'contents | table of contents',
    ru: 'содержание | оглавление',
    kk: 'мазмұны | мазмұн',
    uk: 'зміст',
    zh: '目录 | 目錄',
    de: 'inhalt | inhaltsverzeichnis',
    fr: 'table des matières | sommaire',
    es: 'índice | contenido',
    it: 'indice',
    pt: 'sumário',
    tr: 'içindekiler',
    pl: 'spis treści',
  },
}
