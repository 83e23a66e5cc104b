/** Titles of parts that no one signs: they stand where other entries have people. Own list of common words; no source. */
export const headings: ReadonlySet<string> = new Set(
  (
    'index|subject index|author index|name index|general index|register|sachregister|personenregister|namensregister|' +
    'ortsregister|stichwortverzeichnis|literaturverzeichnis|abkürzungsverzeichnis|inhalt|inhaltsverzeichnis|vorwort|' +
    'contents|table of contents|preface|foreword|introduction|editorial|editorial board|editorial note|erratum|errata|' +
    'corrigendum|corrigenda|addendum|obituary|announcement|announcements|news|news and notes|notes and news|book review|' +
    'book reviews|books received|reviews|correspondence|letters|letters to the editor|letter to the editor|abstracts|' +
    'bibliography|references|glossary|appendix|acknowledgments|acknowledgements|front matter|back matter|frontmatter|' +
    'backmatter|frontispiece|title page|list of contributors|contributors|notes on contributors|masthead|calendar|' +
    'préface|avant-propos|éditorial|sommaire|index général|table des matières|comptes rendus|nécrologie|' +
    'prefacio|índice|editorial|prólogo|indice|prefazione|premessa|recensioni|notiziario|presentazione|' +
    'предисловие|введение|от редакции|содержание|указатель|именной указатель|предметный указатель|хроника|рецензии|' +
    'некролог|передмова|вступ|від редакції|зміст|хроніка|алғы сөз|кіріспе|мазмұны|редакциядан|' +
    '前言|序|序言|目录|索引|编者按|后记|卷首语'
  ).split('|'),
)
