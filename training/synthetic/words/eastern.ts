/** Own lists for invented Japanese and Korean works. No list was taken from a source. */
const list = (text: string): readonly string[] => text.split(/[\s|]+/)

export const japaneseFamilies: readonly string[] = list(
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 清水 山崎 森 池田 橋本 阿部 石川 前田 藤田 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 岡本 松田 中島 原田 小野 竹内 金子 和田 中山',
)
export const japaneseGiven: readonly string[] = list(
  '太郎 一郎 健 誠 隆 浩 修 明 学 大輔 翔太 健太 直樹 哲也 和也 恵子 裕子 真由美 明美 久美子 陽子 美咲 さくら 香織 洋一 正人 秀樹 博 弘 茂',
)
export const japaneseSubjects: readonly string[] = list(
  '日本語教育 地域社会 情報検索 図書館サービス 環境政策 高齢化社会 企業統治 国際協力 中央アジア 近世文学 古代史 方言 音声認識 機械学習 半導体材料 地震動 河川管理 森林生態 栄養管理 看護教育 学習意欲 消費者行動 金融政策 労働市場 観光産業 電子書籍 著作権法 都市計画 交通工学 免疫応答',
)
export const japaneseAspects: readonly string[] = list(
  'に関する研究 の現状と課題 についての一考察 の展開 の構造分析 における諸問題 の比較研究 の歴史 とその応用 の評価手法 入門 の理論と実践 をめぐって の形成過程 に及ぼす影響 の試み 概論',
)
export const japaneseJournals: readonly string[] = list(
  '情報処理学会論文誌 日本図書館情報学会誌 社会学評論 教育学研究 心理学研究 日本建築学会論文集 経済研究 史学雑誌 国語学 化学と生物 電子情報通信学会論文誌 日本機械学会誌 環境科学会誌 人文地理 東洋史研究 地理学評論 言語研究 法学論叢 情報管理 スラヴ研究',
)
export const japanesePublishers: readonly string[] = list(
  '岩波書店 東京大学出版会 有斐閣 勁草書房 みすず書房 講談社 筑摩書房 明石書店 ミネルヴァ書房 名古屋大学出版会 京都大学学術出版会 日本評論社 丸善 朝倉書店 吉川弘文館',
)
export const japanesePlaces: readonly string[] = list('東京 京都 大阪 名古屋 札幌')
export const koreanFamilies: readonly string[] = list(
  '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 남궁',
)
export const koreanGiven: readonly string[] = [
  ...'민서준지영현수정우진은혜경성호재상철희미선동욱태원훈승연주나라보람찬빈규리',
]
export const koreanSubjects: readonly string[] = list(
  '중앙아시아 한국어 교육 지역사회 정보검색 환경정책 고령화 기업지배구조 국제협력 조선후기 고대사 음성인식 기계학습 반도체 소재 하천관리 산림생태 영양관리 간호교육 학습동기 소비자 행동 금융정책 노동시장 관광산업 전자책 저작권법 도시계획 면역반응 디지털 콘텐츠 초등학생 대학생 청소년 다문화 가정 카자흐스탄 고려인 유라시아 경제연합 스마트폰 빅데이터',
)
export const koreanAspects: readonly string[] = list(
  '에_관한_연구 의_현황과_과제 의_이해 의_구조_분석 에_미치는_영향 의_비교_연구 의_역사 과_응용 평가_방법 입문 의_이론과_실제 를_중심으로 형성_과정 활성화_방안 개선_방안 의_효과 인식_조사',
)
export const koreanJournals: readonly string[] = list(
  '한국사회학 정보과학회논문지 한국문헌정보학회지 교육학연구 한국심리학회지 국제정치논총 대한건축학회논문집 역사학보 한국언어문화 한국콘텐츠학회논문지 대한화학회지 경제학연구 슬라브학보 중소연구 한국지리학회지 행정논총 간호학회지 한국식품영양과학회지',
)
export const koreanPublishers: readonly string[] = list(
  '민음사 창비 한울 박영사 서울대학교출판부 일조각 법문사 학지사 집문당 나남 길벗 한빛미디어 커뮤니케이션북스 아카넷',
)
export const koreanPlaces: readonly string[] = list('서울 서울 부산 대구 파주 광주 대전')
