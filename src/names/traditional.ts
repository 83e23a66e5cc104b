/** Traditional characters that are common in names, and their simplified forms. Our own list. */
const PAIRS =
  '劉刘張张陳陈楊杨黃黄趙赵吳吴孫孙馬马羅罗鄭郑謝谢許许韓韩鄧邓馮冯蕭萧葉叶蘇苏呂吕盧卢鍾钟陸陆賈贾鄒邹龍龙賀贺顧顾龔龚錢钱嚴严湯汤喬乔賴赖莊庄歐欧魯鲁關关蘭兰聶聂' +
  '齊齐蔣蒋閻阎寧宁紀纪單单畢毕駱骆樂乐蓋盖萬万衛卫婁娄習习費费龐庞藍蓝顏颜曉晓濤涛國国華华偉伟傑杰麗丽軍军東东榮荣興兴學学慶庆義义強强遠远飛飞鳳凤靜静環环瓊琼瑩莹' +
  '玲玲鵬鹏鴻鸿輝辉潔洁嬌娇豔艳紅红緒绪綱纲維维紹绍經经線线練练總总績绩織织緯纬縣县純纯紋纹細细結结給给絲丝繼继續续銘铭鋒锋鋼钢錦锦鎮镇鐵铁鑫鑫長长門门間间開开' +
  '陽阳陰阴隊队階阶際际隆隆雲云電电靈灵韻韵頁页順顺項项預预領领頭头題题願愿風风養养馳驰驍骁驗验驥骥魚鱼鮑鲍鳥鸟鳴鸣麥麦點点'

const simple = new Map<string, string>()
for (let at = 0; at < PAIRS.length; at += 2) simple.set(PAIRS[at] as string, PAIRS[at + 1] as string)

/** The text with the traditional characters of the list written in simplified form. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => simple.get(character) ?? character)
}
