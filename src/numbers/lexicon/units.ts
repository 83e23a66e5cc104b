import { remembered } from '../memo.ts'
import { Signs, Stems } from './inflection.ts'

/** How a unit converts: `value * factor + offset` in the base unit of its dimension. */
export interface Unit {
  readonly name: string
  readonly dimension: string
  readonly factor: number
  readonly offset?: number
}

/** name, dimension, factor to the base unit, words (`*` takes endings), signs that need their case, Chinese words */
type Row = readonly [string, string, number, string, string, string]

const ROWS: readonly Row[] = [
  ['mm', 'length', 1e-3, 'millimetre* millimeter* миллиметр*', 'mm мм', '毫米'],
  ['cm', 'length', 1e-2, 'centimetre* centimeter* сантиметр*', 'cm см', '厘米'],
  ['m', 'length', 1, 'metre* meter* метр*', 'm м', '米'],
  ['km', 'length', 1e3, 'kilometre* kilometer* километр* шақырым*', 'km км', '公里 千米'],
  ['mi', 'length', 1609.344, 'mile miles миль мил*', 'mi', '英里'],
  ['ft', 'length', 0.3048, 'feet foot фут*', 'ft', '英尺'],
  ['in', 'length', 0.0254, 'inch inches дюйм*', '', '英寸'],
  ['versts', 'length', 1066.8, 'verst versts верст вёрст верста версты вёрсты', '', ''],
  ['μm', 'length', 1e-6, 'micrometre* micrometer* micron* мкм', 'μm µm um', '微米'],
  ['nm', 'length', 1e-9, 'nanometre* nanometer* нанометр*', 'nm нм', '纳米'],
  ['ng', 'mass', 1e-12, 'nanogram*', 'ng нг', '纳克'],
  ['μg', 'mass', 1e-9, 'microgram* мкг', 'μg µg ug', '微克'],
  ['mg', 'mass', 1e-6, 'milligram* миллиграмм*', 'mg мг', '毫克'],
  ['g', 'mass', 1e-3, 'gram grams gramme* грамм*', 'g г', '克'],
  ['kg', 'mass', 1, 'kilogram* kilo kilos килограмм* келі', 'kg кг', '公斤 千克'],
  ['c', 'mass', 100, 'центнер*', 'ц', ''],
  ['t', 'mass', 1e3, 'ton tons tonne tonnes тонн*', 't т', '吨'],
  ['ml', 'volume', 1e-6, 'millilitre* milliliter* миллилитр*', 'ml mL мл', '毫升'],
  ['μl', 'volume', 1e-9, 'microlitre* microliter* мкл', 'μl μL µl µL ul', '微升'],
  ['l', 'volume', 1e-3, 'litre* liter* литр*', 'l L л', '升'],
  ['m3', 'volume', 1, 'кубометр* кубометров', 'm³ м³ m3 м3', '立方米'],
  ['bbl', 'volume', 0.158987, 'barrel* баррел* баррель баррелей', 'bbl', '桶'],
  ['cm2', 'area', 1e-4, '', 'cm² см² cm2', '平方厘米'],
  ['m2', 'area', 1, '', 'm² м² m2 м2', '平方米'],
  ['ha', 'area', 1e4, 'hectare* гектар*', 'ha га', '公顷'],
  ['km2', 'area', 1e6, '', 'km² км² km2 км2', '平方公里 平方千米'],
  ['ms', 'time', 1e-3, 'millisecond* мс', 'ms', '毫秒'],
  ['s', 'time', 1, 'second seconds sec secs секунд*', 's', '秒'],
  ['min', 'time', 60, 'minute minutes min mins мин минут*', 'min', '分钟'],
  ['h', 'time', 3600, 'hour hours hr hrs час часа часов часах часу сағат* сағ', 'h ч', '小时'],
  ['day', 'time', 86400, 'day days день дня дней дням днях сутки суток күн*', '', '天'],
  ['week', 'time', 604800, 'week weeks недел* неделя недель апта*', '', '周 星期'],
  ['month', 'time', 2629800, 'month months месяц* месяцев', '', '个月'],
  ['quarter', 'time', 7889400, 'квартал* тоқсан*', '', '个季度 季度'],
  ['year', 'time', 31557600, 'year years год года году годом годов годы лет жыл* жас', '', '周岁 年 岁'],
  ['decade', 'time', 315576000, 'decade decades десятилети* десятилетий онжылдық*', '', ''],
  ['°C', 'temperature', 1, '', '°C °С ℃ ºC º', '℃ 摄氏度'],
  ['°F', 'temperature', 5 / 9, '', '°F ℉', '华氏度'],
  ['°', 'angle', 1, 'degree degrees градус*', '°', '度'],
  ['W', 'power', 1, 'watt watts ватт*', 'W Вт', '瓦'],
  ['kW', 'power', 1e3, 'kilowatt* киловатт*', 'kW кВт', '千瓦'],
  ['MW', 'power', 1e6, 'megawatt* мегаватт*', 'MW МВт', '兆瓦'],
  ['GW', 'power', 1e9, 'gigawatt* гигаватт*', 'GW ГВт', '吉瓦'],
  ['kWh', 'energy', 3.6e6, '', 'kWh', '千瓦时'],
  ['MWh', 'energy', 3.6e9, '', 'MWh', ''],
  ['GWh', 'energy', 3.6e12, '', 'GWh', ''],
  ['TWh', 'energy', 3.6e15, '', 'TWh', ''],
  ['kJ', 'energy', 1e3, '', 'kJ кДж', ''],
  ['kcal', 'energy', 4184, '', 'kcal ккал', '千卡'],
  ['Hz', 'frequency', 1, 'hertz', 'Hz Гц', '赫兹'],
  ['kHz', 'frequency', 1e3, '', 'kHz кГц', ''],
  ['MHz', 'frequency', 1e6, '', 'MHz МГц', ''],
  ['GHz', 'frequency', 1e9, '', 'GHz ГГц', ''],
  ['V', 'voltage', 1, 'volt volts вольт*', 'V', '伏'],
  ['kV', 'voltage', 1e3, '', 'kV кВ', ''],
  ['Pa', 'pressure', 1, '', 'Pa Па', ''],
  ['kPa', 'pressure', 1e3, '', 'kPa кПа', ''],
  ['MPa', 'pressure', 1e6, '', 'MPa МПа', ''],
  ['mmHg', 'pressure', 133.322, '', 'mmHg', ''],
  ['M', 'concentration', 1, '', 'M mol/L', ''],
  ['mM', 'concentration', 1e-3, '', 'mM', ''],
  ['μM', 'concentration', 1e-6, '', 'μM µM uM', ''],
  ['nM', 'concentration', 1e-9, '', 'nM', ''],
  ['kb', 'sequence', 1e3, '', 'kb kbp', ''],
  ['Mb', 'sequence', 1e6, '', 'Mb Mbp', ''],
  ['bp', 'sequence', 1, '', 'bp', ''],
  ['KB', 'data', 1e3, '', 'KB kB', ''],
  ['MB', 'data', 1e6, 'megabyte* мегабайт*', 'MB МБ', ''],
  ['GB', 'data', 1e9, 'gigabyte* гигабайт*', 'GB ГБ', ''],
  ['TB', 'data', 1e12, 'terabyte*', 'TB ТБ', ''],
  ['dB', 'level', 1, '', 'dB дБ', ''],
]

const UNITS: ReadonlyMap<string, Unit> = new Map(
  ROWS.map(([name, dimension, factor]) => [
    name,
    name === '°F' ? { name, dimension, factor, offset: -160 / 9 } : { name, dimension, factor },
  ]),
)

export const unitWords: Stems<string> = new Stems(ROWS.filter((row) => row[3] !== '').map((row) => [row[3], row[0]]))
export const unitSigns: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row) => row[4].split(' ').map((sign) => [sign, row[0]] as const)).filter(([sign]) => sign !== ''),
)
export const hanUnits: Signs<string> = new Signs(ROWS.filter((row) => row[5] !== '').map((row) => [row[5], row[0]]))

/** Units that carry a magnitude of their own: million and billion cubic metres. */
export const scaledUnits: ReadonlyMap<string, readonly [unit: string, power: number]> = new Map([
  ['mcm', ['m3', 6]],
  ['bcm', ['m3', 9]],
])

/** Words that square or cube the unit after them. */
export const powers: Stems<2 | 3> = new Stems<2 | 3>([
  ['square sq кв квадратн* квадратных квадратный шаршы', 2],
  ['cubic cu куб кубическ* кубических текше', 3],
])

/** The unit by its canonical name; `m3` and `km2` of any length too. */
export const unitNamed: (name: string) => Unit | undefined = remembered((name) => {
  const known = UNITS.get(name)
  if (known !== undefined) return known
  const power = name.endsWith('3') ? 3 : name.endsWith('2') ? 2 : 0
  const base = power > 0 ? UNITS.get(name.slice(0, -1)) : undefined
  if (base?.dimension !== 'length') return undefined
  return { name, dimension: power === 3 ? 'volume' : 'area', factor: base.factor ** power }
})

/** What may be compared with what: the dimension of a unit, a currency, or the unit itself. */
export function dimensionOf(unit: string): string {
  return unitNamed(unit)?.dimension ?? unit
}

/** A value in the base unit of its dimension. */
export function toBase(value: number, unit: string): number {
  const known = unitNamed(unit)
  return known === undefined ? value : value * known.factor + (known.offset ?? 0)
}
