/** Own lists of romanised Chinese names, journals and title words. Facts of Hanyu Pinyin; no list was taken from a source. */
const list = (text: string): readonly string[] => text.split('|').map((item) => item.trim())

export const families: readonly string[] = list(
  'Wang|Li|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|He|Guo|Ma|Luo|Liang|Song|Zheng|Xie|Han|Tang|Feng|Yu|Dong|Xiao|Cheng|Cao|Yuan|Deng|Fu|Shen|Zeng|Peng|Lü|Lu|Su|Jiang|Cai|Jia|Ding|Wei|Xue|Ye|Yan|Pan|Du|Dai|Xia|Zhong|Tian|Ren|Fan|Fang|Shi|Yao|Tan|Liao|Zou|Xiong|Jin|Hao|Kong|Bai|Cui|Kang|Mao|Qiu|Qin|Gu|Hou|Shao|Meng|Long|Wan|Duan|Qian|Yin|Ouyang|Sima',
)
export const given: readonly string[] = list(
  'Wei|Min|Jing|Li|Qiang|Lei|Jun|Yang|Yong|Yan|Jie|Tao|Ming|Chao|Xia|Ping|Gang|Hua|Jianguo|Zhiwen|Xiaohui|Yuling|Haibo|Yunlong|Zhenyu|Xinyi|Jiahui|Boran|Zixuan|Zhihua|Jianping|Xiaoming|Guohua|Wenbin|Lihua|Yuhan|Siyuan|Haiyan|Jing-yi|Zhi-qiang|Xue-mei|Ning|Zhanshu|Jingdong|Ruolan|Fang',
)
export const titles: readonly string[] = list(
  'Zhongya diqu nengyuan hezuo yanjiu|Sichou zhi lu jingji dai jianshe|Zhongguo nongye xiandaihua wenti tantao|Xiyu wenhua shi|Guoji guanxi lilun daolun|Lun Zhongguo waijiao|Xinjiang renkou bianqian fenxi|Mingqing shiqi de bianjiang zhili|Hasakesitan duiwai zhengce|Quyu jingji yitihua de lujing|Huangtu gaoyuan shengtai huifu|Zhong-E guanxi shi|Dunhuang wenxian kao|Chengshihua yu nongcun fazhan',
)
export const journals: readonly string[] = list(
  'Acta Ecologica Sinica|Acta Geographica Sinica|Chinese Journal of Applied Ecology|Journal of Lanzhou University|Russian, East European & Central Asian Studies|World Economics and Politics|Economic Research Journal|Transactions of the Chinese Society of Agricultural Engineering|Xinjiang Social Sciences|Guoji Wenti Yanjiu|Xiyu Yanjiu|Minzu Yanjiu|Eluosi Zhongya Dongou Yanjiu|Lishi Yanjiu|Jingji Yanjiu|Chinese Journal of Computers|Journal of Peking University (Philosophy and Social Sciences)|Contemporary Asia-Pacific Studies|China Journal of Highway and Transport|Ouya Jingji',
)
export const publishers: readonly string[] = list(
  'Science Press|Commercial Press|Peking University Press|China Social Sciences Press|Shangwu yinshuguan|Zhonghua shuju|Social Sciences Academic Press|Tsinghua University Press|Renmin chubanshe|Xinhua chubanshe|Higher Education Press',
)
export const places: readonly string[] = list(
  'Beijing|Beijing|Shanghai|Lanzhou|Urumqi|Guangzhou|Nanjing|Wuhan|Xi’an|Chengdu',
)
