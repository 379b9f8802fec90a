import type { QualificationCriterion } from "#db/vocabulary/catalogue";

export const qualificationTexts: Record<QualificationCriterion, string[]> = {
  registration: [
    "营业执照长期有效，经营范围包含软件开发和信息系统集成服务。",
    "有限责任公司，依法登记，近三年按时年报，没有列入经营异常名录。",
  ],
  experience: [
    "近两年为 6 家制造企业上线排产和报工，均已验收；其中电子元件 3 家，上线周期 20 至 35 天。",
    "完成 4 个设备联网项目，接入设备 180 余台，最早的一个已稳定运行 26 个月。",
    "为 9 家中小企业做过仓储和质量追溯，验收资料齐全，可以安排现场参观。",
  ],
  people: [
    "实施工程师 12 人，其中本省常驻 5 人；工业网络和数据库方向各 2 人。",
    "团队 18 人，本地服务点 3 人，工作日 4 小时内到场。",
  ],
  security: [
    "数据存放在省内机房，每日备份、异地保存一份；合同结束 30 日内删除并出具证明。",
    "通过信息安全管理体系认证，企业数据按单位隔离，运维操作留痕一年。",
  ],
  product: ["软件著作权登记齐全，核心模块为自主开发。"],
};

export const returnedTexts: Record<string, string> = {
  experience: "请补充至少一个已验收项目的行业、内容和结果，客户名称可以不写。",
  security: "请说明数据存放地点、备份周期和合同结束后的删除方式。",
};
