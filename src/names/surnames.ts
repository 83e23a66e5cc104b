/**
 * Chinese surnames and their readings in pinyin. Our own list, written down from the common surnames of the census reports
 * and the readings that dictionaries give for names; several readings where bearers use several.
 */
const ROWS = `王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo
郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 肖xiao 萧xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang
余yu 于yu 杜du 叶ye 程cheng 苏su 魏wei 吕lü,lyu,lv,lu 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao
石shi 金jin 韦wei 贾jia 夏xia 付fu 傅fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 丘qiu 侯hou 江jiang 尹yin 薛xue 阎yan 闫yan 雷lei
龙long 黎li 史shi 陶tao 贺he 毛mao 段duan 郝hao 顾gu 龚gong 邵shao 覃qin,tan 武wu 钱qian 戴dai 严yan 莫mo 孔kong 向xiang 常chang 汤tang
康kang 易yi 乔qiao 赖lai 文wen 洪hong 牛niu 施shi 温wen 岳yue 穆mu 殷yin 梅mei 庄zhuang 章zhang 申shen 樊fan 欧ou 耿geng 鲁lu 关guan 焦jiao
安an 左zuo 兰lan 聂nie 包bao 齐qi 辛xin 葛ge 路lu 伍wu 芦lu 阮ruan 俞yu 席xi 翟zhai,di 祁qi 柳liu 符fu 宁ning 纪ji 柴chai 单shan,chan 柯ke
毕bi 倪ni 骆luo 成cheng 乐yue,le 盖ge,gai 朴piao,pu,park 解xie,jie 仇qiu,chou 区ou,qu 查zha,cha 曲qu 詹zhan 涂tu 屈qu 舒shu 房fang 童tong
喻yu 霍huo 尤you 凌ling 游you 靳jin 鲍bao 项xiang 欧阳ouyang 司马sima 诸葛zhuge 上官shangguan 司徒situ 夏侯xiahou 皇甫huangfu 尉迟yuchi
公孙gongsun 慕容murong 令狐linghu 长孙zhangsun 宇文yuwen 东方dongfang 端木duanmu 南宫nangong 万wan 冉ran 管guan 褚chu 娄lou 卫wei 卓zhuo
甘gan 苗miao 盛sheng 裴pei 储chu 全quan 边bian 池chi 谷gu 郁yu 古gu 景jing 简jian 闵min 沙sha 冷leng 刁diao 滕teng 车che 麦mai 桂gui 米mi
宫gong 应ying 牟mou,mu 佟tong 时shi 敖ao 商shang 连lian 车che 双shuang 党dang 虞yu 臧zang 戚qi 蒲pu 晏yan 燕yan 荣rong 苑yuan 瞿qu 隋sui
丛cong 明ming 习xi 郎lang 楼lou 吉ji 谌chen,shen 巩gong 栾luan 原yuan 祝zhu 冀ji 阳yang 付fu 缪miao,mou 展zhan 衣yi 苟gou 晋jin 邢xing 封feng
胥xu 黑he,hei 员yuan,yun 伊yi 栗li 云yun 银yin 尚shang 海hai 权quan 鹿lu 鞠ju 竺zhu 闻wen 茅mao 水shui 窦dou 花hua 昌chang 费fei 岑cen 廉lian
元yuan 卜bu 皮pi 平ping 和he 危wei 贝bei 计ji 伏fu 谈tan 庞pang 强qiang 蓝lan 麻ma 江jiang 颜yan 郜gao 支zhi 咎jiu 干gan 裘qiu 诸zhu 嵇ji
滑hua 陆lu 家jia 羊yang 甄zhen 芮rui 松song 井jing 乌wu 巴ba 弓gong 牧mu 隗wei,kui 山shan 宓mi 蓬peng 郗xi,chi 班ban 仰yang 秋qiu 仲zhong
劉liu 張zhang 陳chen 楊yang 黃huang 趙zhao 吳wu 孫sun 馬ma 羅luo 鄭zheng 謝xie 許xu 韓han 鄧deng 馮feng 蕭xiao 葉ye 蘇su 呂lü,lyu,lv,lu 盧lu
鍾zhong 陸lu 賈jia 鄒zou 龍long 賀he 顧gu 龔gong 錢qian 戴dai 嚴yan 湯tang 喬qiao 賴lai 莊zhuang 歐ou 魯lu 關guan 蘭lan 聶nie 齊qi 蔣jiang
閻yan 寧ning 紀ji 單shan,chan 畢bi 駱luo 樂yue,le 蓋ge,gai 歐陽ouyang 諸葛zhuge 萬wan 衛wei 婁lou 習xi 費fei 龐pang 藍lan 顏yan`

const readings = new Map<string, readonly string[]>()
for (const row of ROWS.split(/\s+/)) {
  const cut = row.search(/[a-zü]/)
  readings.set(row.slice(0, cut), row.slice(cut).split(','))
}

const latin = new Set<string>([...readings.values()].flat().map((reading) => reading.replace('ü', 'u')))

/** How a Han surname is read, the usual reading first; undefined for what is no surname of the list. */
export function surnameReadings(han: string): readonly string[] | undefined {
  return readings.get(han)
}

/** The surname at the head of a Han name: two characters where the list has them, else one, or undefined. */
export function surnameAtHead(han: string): string | undefined {
  const two = han.slice(0, 2)
  if (two.length === 2 && readings.has(two)) return two
  return readings.has(han.slice(0, 1)) ? han.slice(0, 1) : undefined
}

/** Whether a Latin word, any case, without tone marks, is a Chinese surname in pinyin. */
export function isPinyinSurname(word: string): boolean {
  return latin.has(word.toLowerCase().replace('ü', 'u'))
}
