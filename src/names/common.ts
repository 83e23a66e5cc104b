/**
 * Surnames that differ by a letter or two and are each borne by many: one of them for another proves no slip. Our own list.
 */
const GROUPS = `hansen hanson hanssen|johnson johnston johnsen jonson|clark clarke|meyer meier maier mayer myer|smith smyth smythe|stewart stuart
petersen peterson pedersen petterson|andersen anderson anderssen|jensen jenson jansen janssen|larsen larson larsson|nielsen nielson nilsen nilsson
olsen olson olsson|reid reed read|brown browne braun|green greene|philips phillips philipps|thomson thompson tomson|simon simons simmons
schmidt schmitt schmid|hoffman hoffmann hofmann hofman|harris harrison|marks marx|roberts robertson robert|williams williamson|allen allan alan
davis davies|moore more moor|gray grey|lewis louis|rogers rodgers|cook cooke|martin martins marten martini|carr kerr|lang lange long|kline klein cline
fisher fischer|miller muller millar|snyder snider schneider|wolf wolff wolfe|becker baker bekker|erickson ericson eriksson eriksen|bailey bayley
white whyte|taylor tailor tyler|wilson willson|evans evan|james jameson|morris morrison|parker park parks|hughes hughs|ross rosse rose|adams adam adamson
bauer baur|keller kellner|lopez lopes|gonzalez gonzales gonsalves|rodriguez rodrigues|fernandez fernandes|martinez martines|gomez gomes|perez peres
sanchez sanches|alvarez alvares|ferreira ferreiro|silva silveira|souza sousa|costa coste|alimov alymov|karimov karimova|nikitin nikitina`

/** Surnames each of which thousands bear, folded: one of them for another is no proof of a slip. */
const COMMON = new Set(
  `иванов смирнов кузнецов попов васильев петров соколов михайлов новиков федоров морозов волков алексеев лебедев семенов егоров павлов козлов степанов
николаев орлов андреев макаров никитин захаров зайцев соловьев борисов яковлев григорьев романов воробьев сергеев кузьмин фролов александров дмитриев
королев гусев киселев ильин максимов поляков сорокин виноградов ковалев белов медведев антонов тарасов жуков баранов филиппов комаров давыдов беляев
герасимов богданов осипов сидоров матвеев титов марков миронов крылов куликов карпов власов мельников денисов гаврилов тихонов казаков афанасьев
данилов савельев тимофеев фомин чернов абрамов мартынов ефимов федотов щербаков назаров калинин исаев чернышев быков маслов родионов коновалов лазарев
воронин климов филатов пономарев голубев кудрявцев прохоров наумов потапов журавлев овчинников трофимов леонов соболев ермаков колесников гончаров
емельянов никифоров грачев котов гришин ефремов архипов громов кириллов малышев панов моисеев румянцев акимов кондратьев бирюков горбунов анисимов
еремин тихомиров галкин лукьянов михеев скворцов юдин белоусов нестеров симонов прокофьев харитонов князев цветков левин митрофанов воронов аксенов
софронов мальцев логинов горшков савин краснов майоров демидов елисеев рыбаков сафонов плотников демин хохлов фадеев молчанов игнатов литвинов ершов
ушаков дементьев рябов мухин калашников леонтьев лобанов кузин корнеев евдокимов бородин платонов некрасов балашов баринов захарьев жданов блинов
касенов касымов ахметов оспанов ибраимов ибрагимов сейтов омаров алиев исмаилов каримов рахимов юсупов мусин нурланов
smith johnson williams brown jones miller davis wilson anderson thomas taylor moore martin jackson thompson white harris clark lewis robinson walker
young allen king wright scott hill green adams baker nelson carter mitchell roberts turner phillips campbell parker evans edwards collins stewart
morris rogers reed cook morgan bell murphy bailey cooper richardson cox howard ward peterson gray james watson brooks kelly sanders price bennett
wood barnes ross henderson coleman jenkins perry powell long patterson hughes flores washington butler simmons foster bryant alexander russell
griffin hayes stephens stevens stephenson stevenson hart hunt hunter dixon gibson ellis harvey shaw holmes rice black palmer stone mills nichols
grant knight ferguson rose dunn perkins hudson spencer gardner payne pierce berry matthews arnold wagner willis ray watkins olson carroll duncan snyder
cunningham bradley lane andrews ruiz harper fox riley armstrong carpenter weaver greene lawrence elliott chavez sims austin peters kelley franklin lawson`.split(
    /\s+/,
  ),
)
/** Endings and heads that families of one stem have or have not: -sen, -son; Mac, Mc. */
const VARIANT: readonly (readonly [RegExp, string])[] = [
  [/s?s[eo]n$/, 'sen'],
  [/^ma?c(?=\p{L}{3})/u, 'mc'],
]

function variant(name: string): string {
  let form = name
  for (const [from, to] of VARIANT) form = form.replace(from, to)
  return form
}

const group = new Map<string, number>()
for (const [index, row] of GROUPS.split(/[|\n]/).entries()) for (const name of row.split(' ')) group.set(name, index)

const MALE_AND_FEMALE = /^(.*(?:ов|ев|ёв|ин|ын|ov|ev|in|yn))[аa]?$|^(.*(?:ск|цк|sk))(?:ий|ая|ой|y|ii|iy|aya|aia)$/u

/** Whether both forms, folded, are surnames that many bear, or one family's name for a man and a woman. */
export function bothCommon(left: string, right: string): boolean {
  const known = group.get(left)
  if (known !== undefined && known === group.get(right)) return true
  if ((COMMON.has(left) && COMMON.has(right)) || variant(left) === variant(right)) return true
  const [one, other] = [MALE_AND_FEMALE.exec(left), MALE_AND_FEMALE.exec(right)]
  if (one === null || other === null) return false
  return (one[1] ?? one[2]) === (other[1] ?? other[2])
}
