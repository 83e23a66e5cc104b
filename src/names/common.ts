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

const group = new Map<string, number>()
for (const [index, row] of GROUPS.split(/[|\n]/).entries()) for (const name of row.split(' ')) group.set(name, index)

const MALE_AND_FEMALE = /^(.*(?:ов|ев|ёв|ин|ын|ov|ev|in|yn))[аa]?$|^(.*(?:ск|цк|sk))(?:ий|ая|ой|y|ii|iy|aya|aia)$/u

/** Whether both forms, folded, are surnames that many bear, or one family's name for a man and a woman. */
export function bothCommon(left: string, right: string): boolean {
  const known = group.get(left)
  if (known !== undefined && known === group.get(right)) return true
  const [one, other] = [MALE_AND_FEMALE.exec(left), MALE_AND_FEMALE.exec(right)]
  if (one === null || other === null) return false
  return (one[1] ?? one[2]) === (other[1] ?? other[2])
}
