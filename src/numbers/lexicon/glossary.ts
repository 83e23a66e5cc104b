import { Signs } from './inflection.ts'

/**
 * What is measured, in four languages: a concept, then beginnings of English, Russian, Kazakh words and Chinese words.
 * A word that begins so names the concept; what is not here is compared by its own beginning.
 */
const CONCEPTS: readonly (readonly [concept: string, words: string, han: string])[] = [
  ['export', 'export экспорт', '出口'],
  ['import', 'import импорт', '进口'],
  ['trade', 'trade trading turnover торгов товарооборот сауда тауар айналым', '贸易 贸易额'],
  ['gdp', 'gdp ввп жіө', '国内生产总值 生产总值'],
  ['head', 'capita душу жан', '人均'],
  ['invest', 'invest инвестиц вложен', '投资'],
  ['loan', 'loan credit кредит заем заём займ несие қарыз', '贷款'],
  ['debt', 'debt долг қарыздар', '债务'],
  ['budget', 'budget бюджет', '预算'],
  ['income', 'income revenue earning доход выручк табыс кіріс', '收入'],
  ['cost', 'cost expen spend расход затрат шығын', '支出 成本 费用'],
  ['price', 'price цен баға', '价格 油价 票价'],
  ['wage', 'wage salar pay зарплат оклад жалақы', '工资'],
  ['profit', 'profit прибыл пайда', '利润'],
  ['tax', 'tax налог салық', '税收'],
  ['population', 'population inhabitant население жител халқы халық тұрғын', '人口 居民'],
  ['people', 'people person человек чел адам', '人员'],
  [
    'respondent',
    'respond participant interview респонд опрошен участник сұралған қатысушы',
    '受访者 被试 参与者 参与调查',
  ],
  ['patient', 'patient пациент больн науқас', '患者 病人'],
  ['student', 'student pupil студент учащ школьник оқушы', '学生'],
  ['teacher', 'teacher учител преподават мұғалім', '教师 老师'],
  ['worker', 'worker employ staff рабоч работник сотрудник занят қызметкер жұмысшы', '员工 职工'],
  ['firm', 'firm compan enterpris фирм компани предприят кәсіпорын', '企业 公司'],
  ['country', 'countr state стран государств елдер ел', '国家'],
  ['city', 'cit town город қала', '城市'],
  ['village', 'village село сел деревн ауыл', '村'],
  ['region', 'region province oblast област регион аймақ облыс', '地区 省'],
  ['project', 'project проект жоба', '项目'],
  ['area', 'area площад аумағы аудан көлем', '面积'],
  ['length', 'length long длин протяжен ұзынд', '长度 全长'],
  ['height', 'height высот биікт', '高度'],
  ['depth', 'depth глубин терең', '深度'],
  ['weight', 'weight mass масс вес салмақ салмағ', '重量'],
  ['temperature', 'temperatur температур', '温度 气温'],
  ['speed', 'speed veloc скорост жылдам', '速度'],
  ['pipeline', 'pipeline трубопров газопров құбыр', '管道'],
  ['gas', 'gas газ', '天然气'],
  ['oil', 'oil petrol нефт мұнай', '石油 原油'],
  ['coal', 'coal угол угл көмір', '煤炭'],
  ['grain', 'grain wheat cereal зерн пшениц астық бидай', '粮食 小麦'],
  ['steel', 'steel сталь стали болат', '钢'],
  ['energy', 'energ электроэнерг энерг', '能源 电力'],
  ['output', 'output produc производ выпуск өндір', '产量 生产'],
  ['harvest', 'harvest yield урож егін өнім', '收成 产量'],
  ['share', 'share proportion дол удельн үлес', '占比 比例 份额'],
  ['rate', 'rate ставк мөлшер коэффициент', '率'],
  ['growth', 'growth рост прирост өсім', '增长'],
  ['inflation', 'inflation инфляц', '通货膨胀'],
  ['unemployment', 'unemploy безработ жұмыссыз', '失业率 失业'],
  ['mortality', 'mortal death смертн өлім', '死亡率 死亡'],
  ['birth', 'birth рождаем туу', '出生率'],
  ['age', 'age возраст', '年龄'],
  ['man', 'men man male мужчин ерлер ер', '男性 男'],
  ['woman', 'women woman female женщин әйел', '女性 女'],
  ['child', 'child дет бала', '儿童'],
  ['urban', 'urban городск қалалық', '城镇 城市居民'],
  ['rural', 'rural сельск ауылдық', '农村'],
  ['public', 'public stateowned государственн мемлекеттік', '国有 国营'],
  ['private', 'private частн жеке', '私营 民营'],
  ['nominal', 'nominal номинальн номиналды', '名义'],
  ['real', 'real реальн нақты', '实际'],
  ['plan', 'plan forecast target план прогноз жоспар', '计划 预测'],
  ['fact', 'actual факт фактич', '实际完成'],
  ['total', 'total overall всего общ итог барлығы жалпы жиын', '总计 合计 共 总'],
  ['average', 'average mean средн орта', '平均'],
  ['median', 'median медиан', '中位数'],
  ['minimum', 'minim min миним', '最低 最小'],
  ['maximum', 'maxim max максим', '最高 最大'],
  ['monthly', 'month месячн ежемесяч айлық', '每月 月'],
  ['annual', 'annual yearly годов ежегод жылдық', '年均 每年'],
  ['first', 'first перв бірінші', '上半年 初'],
  ['second', 'second втор екінші', '下半年'],
  ['start', 'beginning start начал басы', '年初'],
  ['end', 'end конец конц соңы', '年末 年底'],
  ['sample', 'sample выборк іріктеме', '样本'],
  ['survey', 'survey опрос сауалнама', '调查'],
  ['household', 'household домохоз семе семь отбас', '家庭 户'],
  ['school', 'school школ мектеп', '学校'],
  ['book', 'book книг кітап', '图书 书'],
  ['letter', 'letter письм хат', '信件 信'],
  ['station', 'station станц', '站'],
  ['bridge', 'bridge мост көпір', '桥'],
  ['dam', 'dam плотин бөгет', '大坝'],
  ['road', 'road дорог жол', '公路 道路'],
  ['rail', 'rail железнодорож теміржол', '铁路'],
  ['port', 'port порт', '港口'],
  ['water', 'water вод су', '水'],
  ['land', 'land земл жер', '土地'],
  ['forest', 'forest лес орман', '森林'],
  ['tea', 'tea чай шай', '茶叶'],
  ['cotton', 'cotton хлопок хлопк мақта', '棉花'],
  ['uranium', 'uranium уран', '铀'],
  ['copper', 'copper мед мыс', '铜'],
  ['aid', 'aid помощ көмек', '援助'],
  ['fund', 'fund фонд қор', '基金'],
  ['bank', 'bank банк', '银行'],
  ['tourist', 'touris visitor турист посетител келуші', '游客 参观人数'],
  ['migrant', 'migra мигра', '移民'],
  ['crime', 'crime преступ қылмыс', '犯罪'],
  ['hospital', 'hospital больниц аурухана', '医院'],
  ['doctor', 'doctor physician врач дәрігер', '医生'],
  ['vehicle', 'vehicle car автомобил көлік', '汽车 车辆'],
  ['ship', 'ship vessel fleet судн флот кеме', '船只 船'],
  ['passenger', 'passenger пассажир жолаушы', '旅客'],
  ['freight', 'freight cargo груз жүк', '货物 货运'],
  ['kazakhstan', 'kazakhstan казахстан қазақстан', '哈萨克斯坦'],
  ['china', 'china chinese кита қытай', '中国'],
  ['russia', 'russia росси ресей', '俄罗斯'],
]

/** Members of one row exclude each other: figures of different members are never compared. */
const CONTRASTS: readonly (readonly string[])[] = [
  ['export', 'import', 'trade'],
  ['urban', 'rural'],
  ['man', 'woman', 'child'],
  ['public', 'private'],
  ['nominal', 'real'],
  ['plan', 'fact'],
  ['monthly', 'annual'],
  ['first', 'second'],
  ['start', 'end'],
  ['minimum', 'maximum', 'average', 'median', 'total'],
  ['income', 'cost', 'profit'],
  ['share', 'growth'],
  ['head'],
]

const contrastOf: ReadonlyMap<string, number> = new Map(
  CONTRASTS.flatMap((members, group) => members.map((member): [string, number] => [member, group])),
)

const byPrefix: ReadonlyMap<string, readonly (readonly [string, string])[]> = prefixes()

function prefixes(): Map<string, (readonly [string, string])[]> {
  const table = new Map<string, (readonly [string, string])[]>()
  for (const [concept, words] of CONCEPTS) {
    for (const word of words.split(' ')) {
      const key = word.slice(0, 2)
      table.set(key, [...(table.get(key) ?? []), [word, concept]])
    }
  }
  for (const list of table.values()) list.sort((left, right) => right[0].length - left[0].length)
  return table
}

export const hanConcepts: Signs<string> = new Signs(CONCEPTS.map(([concept, , han]) => [han, concept]))

/** The concept that a lower-case word names. Short beginnings must be nearly the whole word. */
export function conceptOf(word: string): string | undefined {
  for (const [start, concept] of byPrefix.get(word.slice(0, 2)) ?? []) {
    if (!word.startsWith(start)) continue
    if (start.length <= 4 && word.length - start.length > 3) continue
    if (start.length <= 3 && word.length - start.length > 2) continue
    return concept
  }
  return undefined
}

/** The member of each contrast that a list of stems holds. */
export type Members = ReadonlyMap<number, string>

/** Whether two lists of stems hold different members of one contrast. */
export function contrasted(left: readonly string[], right: readonly string[]): boolean {
  return opposed(membersOf(left), membersOf(right), false)
}

/** The same of their members; `strict` also minds a member on one side only. */
export function opposed(mine: Members, theirs: Members, strict: boolean): boolean {
  if (mine.size === 0 && theirs.size === 0) return false
  for (const [group, member] of mine) {
    const other = theirs.get(group)
    if (other === undefined ? strict : other !== member) return true
  }
  return strict && [...theirs.keys()].some((group) => !mine.has(group))
}

export function membersOf(stems: readonly string[]): Members {
  let members: Map<number, string> | undefined
  for (const stem of stems) {
    const group = contrastOf.get(stem)
    if (group === undefined) continue
    members ??= new Map()
    members.set(group, [members.get(group) ?? '', stem].sort().join('+'))
  }
  return members ?? NONE
}

const NONE: Members = new Map()
