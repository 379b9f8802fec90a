/**
 * What people call the 16 core scenarios and 7 foundation categories. `names` mean the scenario itself: a listing that says
 * one of them is found by all the others. `words` are needs, symptoms and functions: they only hint at the scenario, when
 * the words themselves find too little. A change here rebuilds the index at the next start.
 */
export type ScenarioWords = { key: string; names: readonly string[]; words: readonly string[] };

export const scenarioLexicon: readonly ScenarioWords[] = [
  {
    key: "product_design",
    names: ["产品设计", "研发设计", "产品研发", "研发管理", "三维设计", "协同设计", "结构设计", "PLM", "PDM", "CAD", "product design", "product lifecycle management"],
    words: ["图纸", "图纸管理", "BOM", "物料清单", "图文档", "仿真", "CAE", "设计变更", "试制", "新品开发", "打样", "版本混乱", "drawing", "simulation", "r&d"],
  },
  {
    key: "process_design",
    names: ["工艺设计", "工艺管理", "工艺规划", "工艺仿真", "数字化工艺", "CAPP", "CAM", "process design", "process planning"],
    words: ["工艺卡", "工艺路线", "工艺参数", "作业指导书", "SOP", "编程", "数控编程", "工时定额", "工艺经验", "配方", "recipe", "routing"],
  },
  {
    key: "marketing",
    names: ["营销管理", "销售管理", "市场营销", "客户管理", "客户关系管理", "订单管理", "CRM", "marketing", "sales management", "customer relationship management"],
    words: ["报价", "获客", "线索", "商机", "电商", "渠道", "经销商", "回款", "外贸", "客户流失", "SCRM", "询盘", "quotation", "leads", "e-commerce"],
  },
  {
    key: "after_sales",
    names: ["售后服务", "售后管理", "售后", "运维服务", "远程运维", "客户服务", "客服管理", "after-sales", "after sales", "field service"],
    words: ["报修", "投诉", "客诉", "维修派单", "备件", "保修", "退换货", "召回", "服务工单", "spare parts", "warranty", "complaint"],
  },
  {
    key: "planning",
    names: [
      "计划排程", "计划排产", "生产排产", "生产排程", "智能排产", "自动排产", "高级排程", "高级计划与排程", "生产计划", "主生产计划", "排产", "排程", "排单", "APS", "MPS",
      "planning & scheduling", "production scheduling", "production planning", "scheduling",
    ],
    words: ["插单", "急单", "交期", "交货期", "延期交货", "交付延误", "换线", "换型", "产能", "赶工", "齐套", "缺料", "MRP", "物料需求", "计划不准", "rush order", "lead time", "late delivery", "capacity"],
  },
  {
    key: "production_control",
    names: [
      "生产管控", "生产管理", "生产执行", "生产过程管控", "制造执行", "制造执行系统", "车间管理", "数字化车间", "车间管控", "报工", "MES", "MOM",
      "production control", "manufacturing execution", "manufacturing execution system", "shop floor",
    ],
    words: ["工单", "派工", "在制品", "流程卡", "生产进度", "进度不透明", "车间看板", "看板", "计件", "计件工资", "工序", "安灯", "追溯", "WIP", "kanban", "andon", "work order"],
  },
  {
    key: "quality",
    names: ["质量管理", "质量管控", "质量追溯", "质量检测", "质量控制", "质检", "品控", "品管", "QMS", "SPC", "LIMS", "quality management", "quality control"],
    words: ["不良", "不良率", "次品", "次品率", "废品", "返工", "缺陷", "检验", "抽检", "良率", "合格率", "外观检测", "视觉检测", "机器视觉", "追溯", "防错", "质量", "quality", "defect", "inspection", "scrap", "rework"],
  },
  {
    key: "equipment",
    names: ["设备管理", "设备运维", "设备维护", "设备保养", "设备点检", "预测性维护", "预防性维护", "TPM", "EAM", "CMMS", "equipment management", "equipment maintenance", "predictive maintenance"],
    words: ["点检", "保养", "维修", "停机", "故障", "设备故障", "故障预警", "润滑", "备品备件", "稼动率", "开机率", "OEE", "模具管理", "模具", "刀具", "downtime", "maintenance", "breakdown"],
  },
  {
    key: "safety",
    names: ["安全生产", "安全管理", "安全监控", "双重预防", "EHS", "HSE", "work safety", "safety management"],
    words: ["隐患", "隐患排查", "巡检", "危化品", "消防", "特种作业", "动火", "人员定位", "烟火识别", "气体泄漏", "环保监测", "应急", "hazard", "accident"],
  },
  {
    key: "energy",
    names: ["能耗管理", "能源管理", "能耗监测", "能效管理", "能碳管理", "碳管理", "碳足迹", "双碳", "EMS", "energy management", "carbon footprint"],
    words: ["电费", "用电", "水费", "燃气", "蒸汽", "空压机", "节能", "省电", "峰谷", "光伏", "碳排放", "能耗", "耗电", "electricity", "power bill", "energy"],
  },
  {
    key: "procurement",
    names: ["采购管理", "供应链管理", "供应商管理", "供应商协同", "采购协同", "数字化采购", "SRM", "SCM", "procurement", "purchasing", "supply chain management"],
    words: ["询价", "比价", "招标", "采购", "供应商", "来料", "到货", "对账", "原材料涨价", "委外", "外协", "supplier", "vendor"],
  },
  {
    key: "warehouse_logistics",
    names: ["仓储物流", "仓储管理", "仓库管理", "库存管理", "智能仓储", "立体仓库", "物流管理", "运输管理", "进销存", "WMS", "TMS", "WCS", "warehouse management", "warehousing", "inventory management", "logistics"],
    words: ["盘点", "库存", "呆滞", "积压", "出入库", "条码", "扫码", "二维码", "RFID", "AGV", "货架", "配送", "线边仓", "找不到料", "账实不符", "stock", "inventory", "barcode"],
  },
  {
    key: "finance",
    names: ["财务管理", "业财一体", "业财融合", "财务共享", "成本管理", "成本核算", "finance", "financial management", "cost accounting"],
    words: ["成本", "记账", "发票", "报销", "应收", "应付", "预算", "结账", "税务", "资金", "产品成本", "invoice", "budget", "accounting"],
  },
  {
    key: "hr",
    names: ["人力资源", "人力资源管理", "人事管理", "人员管理", "HR", "HRM", "eHR", "human resources"],
    words: ["考勤", "工资", "薪酬", "绩效", "招聘", "排班", "社保", "离职", "培训记录", "计件工资", "payroll", "attendance", "recruitment"],
  },
  {
    key: "collaboration",
    names: ["协同办公", "办公协同", "办公自动化", "移动办公", "流程审批", "OA", "office automation", "office collaboration"],
    words: ["审批", "公文", "会议", "钉钉", "企业微信", "文档管理", "知识管理", "低代码", "签章", "电子签章", "approval", "workflow", "low-code"],
  },
  {
    key: "decision_support",
    names: ["决策支持", "经营分析", "商业智能", "数据分析", "数据中台", "驾驶舱", "管理驾驶舱", "BI", "business intelligence", "decision support", "data analytics"],
    words: ["报表", "大屏", "数据大屏", "看板", "数据孤岛", "指标", "数字孪生", "预测", "dashboard", "report", "digital twin"],
  },
  {
    key: "f_network",
    names: ["工业网络", "工业网络建设", "网络建设", "工厂网络", "工业互联网平台", "5G专网", "工业以太网", "industrial network", "factory network"],
    words: ["5G", "5G工厂", "WiFi", "无线覆盖", "交换机", "光纤", "断网", "标识解析", "PON", "网络改造", "wireless"],
  },
  {
    key: "f_equipment_iot",
    names: ["设备联网", "数据采集", "设备数据采集", "设备数字化", "设备上云", "联网采集", "数采", "物联网", "IoT", "IIoT", "SCADA", "DNC", "MDC", "data acquisition", "machine connectivity"],
    words: ["传感器", "网关", "边缘网关", "PLC", "老设备", "哑设备", "仪表", "设备改造", "机联网", "OPC UA", "sensor", "gateway"],
  },
  {
    key: "f_cloud",
    names: ["企业上云", "上云", "云平台", "云服务", "云服务器", "云迁移", "cloud adoption", "cloud migration"],
    words: ["服务器", "机房", "备份", "SaaS", "混合云", "私有云", "云桌面", "云盘", "server", "backup", "hosting"],
  },
  {
    key: "f_network_security",
    names: ["网络安全", "工控安全", "信息安全", "工业防火墙", "等保", "等级保护", "network security", "cybersecurity", "cyber security"],
    words: ["防火墙", "勒索", "勒索病毒", "病毒", "漏洞", "入侵", "黑客", "态势感知", "firewall", "ransomware"],
  },
  {
    key: "f_data_security",
    names: ["数据安全", "数据防泄漏", "数据加密", "数据备份", "DLP", "data security", "data loss prevention"],
    words: ["图纸泄密", "泄密", "加密", "权限", "脱敏", "容灾", "数据丢失", "勒索", "encryption", "leak"],
  },
  {
    key: "f_planning_talent",
    names: ["规划咨询", "人才培训", "数字化咨询", "数字化培训", "数字化诊断", "管理咨询", "转型规划", "planning advice", "consulting"],
    words: ["咨询", "培训", "诊断", "顶层设计", "不知道从哪里开始", "贯标", "两化融合", "人才", "辅导", "training", "roadmap"],
  },
  {
    key: "f_ai",
    names: ["人工智能", "人工智能应用", "大模型", "工业大模型", "机器学习", "AI", "AIGC", "artificial intelligence", "machine learning"],
    words: ["智能体", "视觉检测", "机器视觉", "图像识别", "算法", "知识库", "问答", "DeepSeek", "深度学习", "machine vision", "LLM", "chatbot"],
  },
];

/** Words of systems that reach across scenarios: they hint at several. */
export const crossingWords: readonly { word: string; keys: readonly string[] }[] = [
  { word: "ERP", keys: ["finance", "procurement", "warehouse_logistics", "planning"] },
  { word: "企业资源计划", keys: ["finance", "procurement", "warehouse_logistics", "planning"] },
  { word: "供应链", keys: ["procurement", "warehouse_logistics"] },
  { word: "智能工厂", keys: ["production_control", "f_equipment_iot"] },
  { word: "黑灯工厂", keys: ["production_control", "f_equipment_iot"] },
  { word: "物流", keys: ["warehouse_logistics"] },
  { word: "仓库", keys: ["warehouse_logistics"] },
  { word: "设备", keys: ["equipment"] },
  { word: "车间", keys: ["production_control"] },
  { word: "招工难", keys: ["hr", "f_ai"] },
];
