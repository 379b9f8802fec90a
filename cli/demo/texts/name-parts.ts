/** What invented names are made of. Brands join a first and a last character; none may be a real one's (REAL_BRANDS). */
export const brandFirst = syllables(
  "澜lan 砚yan 榆yu 岚lan 翎ling 珩heng 琅lang 屿yu 汀ting 苇wei 荻di 芷zhi 蘅heng 槿jin 桁heng 霁ji 旻min 昱yu 煦xu 曦xi 泽ze 沐mu 淇qi 溪xi 渝yu 漾yang 禾he 稼jia 筠yun 箬ruo 篁huang 絮xu 绮qi 缃xiang 翊yi 芮rui 茗ming 荔li 莘shen 菱ling 葭jia 蔚wei 觅mi 谷gu 赭zhe 轩xuan 逸yi 郁yu 钧jun 铎duo 铭ming 锦jin 镜jing 阑lan 隽jun 雁yan 霖lin 青qing 靖jing 韶shao 颂song 驰chi 鹭lu 麓lu",
);
export const brandLast = syllables(
  "洵xun 峤jiao 栎li 骁xiao 域yu 图tu 恒heng 川chuan 帆fan 朗lang 桥qiao 桐tong 楷kai 沅yuan 泓hong 浦pu 涵han 渡du 湾wan 源yuan 潭tan 澈che 灿can 炬ju 烨ye 珂ke 璞pu 瑜yu 畅chang 盈ying 睿rui 硕shuo 礼li 秉bing 程cheng 端duan 策ce 纬wei 维wei 舟zhou 航hang 芯xin 衡heng 达da 远yuan 途tu 迈mai 邦bang 野ye 锐rui 阳yang 陆lu 颖ying 驿yi 骏jun 鸣ming",
);

/** Brands of real enterprises of the province and of the trade, which no invented name may contain. */
export const realBrands: readonly string[] = [
  ...words(
    "江铃 江中 汇仁 正邦 方大 孚能 赣锋 晶科 泰豪 煌上煌 仁和 济民可信 双胞胎 联创 华为 联想 腾讯 阿里 京东 百度 用友 金蝶 浪潮 树根 卡奥斯 海尔 美的 格力",
  ),
  ...words(
    "比亚迪 宁德时代 欧菲 合力泰 华勤 鼎捷 鼎新 黑湖 西门子 施耐德 和利时 中控 汇川 昌河 洪都 四特 李渡 章贡 草珊瑚 国泰 维盈 先锋 天翼 移动 联通 电信 中兴 新钢",
  ),
  ...words(
    "江铜 江钨 萍钢 鑫铂瑞 春国轩 瑞易德 志特 三川 耐普 金力永磁 章源 悦安 蓝思 立讯 木林森 凤凰光学 舜宇 凯利 兆驰 蓝凌 致远 泛微 石药 青峰 百神 百胜 锦江 锦源",
  ),
  ...words(
    "青岛 泽源 远洋 远大 恒大 恒瑞 航天 锐捷 青禾 达达 青源 霖源 铭达 锦程 鸣达 驰骋 驰达 铭远 锦衡 蔚来 谷歌 溪源 泽达 沐邦 钧达 钧恒 禾川 禾迈",
  ),
  ...words(
    "荔浦 青川 靖远 锦恒 锦航 铭迈 铭航 铭恒 泽恒 韶邦 昱能 逸飞 逸舟 锦达 锦维 青锐 青远 青航 溪谷 泽邦 泽芯 轩达 驰远 恒邦 华邦 曦芯 蔚途 钧策",
  ),
  ...words("锦硕 锦盈 驰航 铭川 锦川 泽川 翊芯"),
];

export const surnames = [
  ..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方邹熊",
];
export const givenFirst = [..."建国志文晓春海明伟俊小玉秋雪立永家宏振思雨子嘉德新向红爱云少卫"];
export const givenLast = [..."华明平军林峰辉燕芳敏强勇斌涛娟丽英波亮杰刚霞萍飞浩鹏琴宇婷凯洁慧生根龙"];

/** The second half of a provider's name. */
export const providerTrades = [
  "数字科技",
  "智能科技",
  "信息技术",
  "软件",
  "工业互联网",
  "云科技",
  "智造科技",
  "自动化",
  "物联科技",
  "数据服务",
  "工业软件",
  "智控技术",
];

/** Telephone area codes by prefecture; the numbers after them begin with 0000, which no exchange assigns. */
export const areaCodes: Record<string, string> = {
  "360100": "0791",
  "360200": "0798",
  "360300": "0799",
  "360400": "0792",
  "360500": "0790",
  "360600": "0701",
  "360700": "0797",
  "360800": "0796",
  "360900": "0795",
  "361000": "0794",
  "361100": "0793",
};

/** "澜lan 砚yan" → characters with their pinyin. */
function syllables(text: string): readonly (readonly [string, string])[] {
  return text.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)] as const);
}

function words(text: string): string[] {
  return text.split(" ");
}
