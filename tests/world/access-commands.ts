/** The commands of the story as forms: who may send each, and who learns no more than that there is nothing. */
import { requiredCriteria } from "~/domain/catalogue/qualification-status";
import type { Objects } from "./access-objects";
import { roles, type Role } from "./roles";

export type Command = {
  name: string;
  path: string;
  fields: Record<string, string>;
  /** Sent by this one it is done (303); done last of all, after everyone else was refused. */
  by: Role;
  /** Roles that see the object but not this button, or whose own page it is too: not asked here. */
  spared: readonly Role[];
};

const command = (
  name: string,
  by: Role,
  path: string,
  fields: Record<string, string>,
  spared: readonly Role[] = [],
): Command => ({ name, path, fields, by, spared });

/** What a role that may not send it is answered. */
export const refusalOf = (role: Role): string => (role === "visitor" ? "302 /login" : "404");

export function strangersTo({ by, spared }: Command): Role[] {
  return roles.filter((role) => role !== by && !spared.includes(role));
}

export function commandsOn(it: Objects): Command[] {
  return [
    ...complaintCommands(it),
    ...moderation(it),
    ...deskCommands(it),
    ...expertCommands(it),
    ...marketCommands(it),
    ...ownerCommands(it),
    ...sharingCommands(it),
  ];
}

function moderation(it: Objects): Command[] {
  const [first, second] = [it.applicant("0"), it.applicant("1")];
  const waiting = it.solution("submitted");
  const shown = it.solution("published");
  const about = { versionId: waiting.version ?? "", seenEdit: waiting.edit ?? "" };
  const removal = { decision: "suspended", reason: "other", text: "核实材料期间暂停展示", seenEdit: shown.edit ?? "" };
  const approval = { decision: "approved", reason: "", text: "" };
  return [
    ...requiredCriteria.flatMap((criterion) => {
      const passed = { intent: "judge", criterion, verdict: "passed", reason: "", text: "", seenEdit: "1" };
      return [
        command(`park passes ${criterion}`, "park", `/park/providers/${first.id}`, passed),
        command(`city passes ${criterion}`, "city", `/province/providers/${second.id}`, passed, ["province"]),
      ];
    }),
    command("park approves a provider", "park", `/park/providers/${first.id}`, {
      ...approval,
      seenEdit: first.edit ?? "",
    }),
    command(
      "city approves a provider",
      "city",
      `/province/providers/${second.id}`,
      { ...approval, seenEdit: second.edit ?? "" },
      ["province"],
    ),
    command(
      "province moves a provider",
      "province",
      `/province/providers/${second.id}`,
      { intent: "move", parkSlug: "nanchang-htdz", text: "企业已迁址" },
      ["city"],
    ),
    command("park keeps notes on a solution", "park", `/park/solutions/${waiting.id}`, {
      ...{ intent: "note", "notes.title": "名称太泛" },
      ...about,
    }),
    command("park approves a solution", "park", `/park/solutions/${waiting.id}`, { ...approval, ...about }),
    command(
      "province suspends a solution",
      "province",
      `/province/solutions/${shown.id}`,
      { ...removal, versionId: shown.version ?? "" },
      ["city"],
    ),
  ];
}

function complaintCommands(it: Objects): Command[] {
  const [heard, unheard] = [it.complaint(true), it.complaint(false)];
  const answer = { status: "dismissed", text: "经核实，不属于平台处理的事项。" };
  return [
    command("provider gives its side of a complaint", "provider", `/provider/complaints/${unheard.id}`, {
      text: "已联系企业说明情况。",
    }),
    command("park answers a complaint", "park", `/park/complaints/${heard.id}`, { ...answer, edit: heard.edit ?? "" }),
    command("province adds a ready sentence", "province", "/province/moderation/reasons", {
      intent: "add",
      reason: "unclear",
      textZh: "请写清适用的设备型号。",
      textEn: "",
    }),
    command("province adds a risky word", "province", "/province/moderation/words", {
      ...{ intent: "add", word: "包验收", note: "不得承诺结果" },
    }),
  ];
}

function deskCommands(it: Objects): Command[] {
  const asked = it.caseOf("submitted");
  const accepted = it.caseOf("accepted");
  const review = it.caseOf("report_review");
  const sent = it.caseOf("assigned");
  const edit = (id: string) => ({ edit: it.editOf("diagnosis", id) });
  const ended = { intent: "cancel", reason: "other", text: "企业已停产搬迁", ...edit(it.caseOf("scheduled")) };
  return [
    command("park accepts a case", "park", `/park/diagnoses/${asked}`, { intent: "accept", ...edit(asked) }),
    command("park sends an expert", "park", `/park/diagnoses/${accepted}`, {
      ...{ intent: "assign", expertUserId: it.expert, text: "" },
      ...edit(accepted),
    }),
    command("park reminds an expert", "park", `/park/diagnoses/${sent}`, {
      ...{ intent: "remind", note: "请尽快与企业约时间" },
      ...edit(sent),
    }),
    command(
      "park sends one expert to several cases",
      "park",
      "/park/diagnoses/assign",
      { cases: `${sent}.${it.editOf("diagnosis", sent)}`, expertUserId: it.expert, text: "" },
      ["park2"],
    ),
    command("park comments a report", "park", `/park/diagnoses/${review}/report`, {
      ...{ intent: "comment", findingId: "", text: "请补充数据来源" },
    }),
    command("a second expert comments a report", "expert2", `/expert/reviews/${it.review}`, {
      ...{ intent: "comment", findingId: "", text: "请补充数据来源" },
    }),
    command("park issues a report", "park", `/park/diagnoses/${review}/report`, { intent: "issue", ...edit(review) }),
    command("province ends a case", "province", `/province/diagnoses/${it.caseOf("scheduled")}`, ended, ["city"]),
  ];
}

function expertCommands(it: Objects): Command[] {
  const sent = it.expertCase("assigned");
  const visited = it.expertCase("on_site");
  const writing = it.expertCase("report_draft");
  const edit = (id: string) => ({ edit: it.editOf("diagnosis", id) });
  return [
    command("expert arranges the visit", "expert", `/expert/diagnoses/${sent}`, {
      ...{ intent: "schedule", visitAt: "2030-05-06T09:30", visitNote: "带上设备清单" },
      ...edit(sent),
    }),
    command(
      "expert takes a free time back",
      "expert",
      "/expert/times",
      { intent: "remove", slotId: it.freeTime },
      // Their own page: they learn that there is no such time (tests/domain/clinic/slots.test.ts).
      ["expert2"],
    ),
    command("expert fills in a section", "expert", `/expert/diagnoses/${visited}/assessment/${it.section}`, {
      intent: "leave",
      edit: it.editOf("assessment", visited, "diagnosisId"),
    }),
    command("expert writes the report", "expert", `/expert/diagnoses/${writing}/report`, {
      ...{ intent: "save", summary: "车间现场情况", analysis: "", targetLevel: "2", disclosure: "" },
      edit: it.editOf("report", writing, "diagnosisId"),
    }),
  ];
}

function marketCommands(it: Objects): Command[] {
  const [fresh, quoted] = [it.enquiry("sent"), it.enquiry("quoted")];
  const draft = it.solution("draft");
  const drawn = { versionId: draft.version ?? "", seenEdit: draft.edit ?? "" };
  return [
    command("provider answers an enquiry", "provider", `/provider/enquiries/${fresh}`, {
      ...{ intent: "answer", text: "可以先看现场" },
    }),
    command("provider sends a quote", "provider", `/provider/enquiries/${fresh}/quote`, {
      ...{ id: `quo_${"0".repeat(26)}`, seen: "0", "lines[0].text": "软件", "lines[0].price": "98000" },
      ...{ days: "30", warrantyMonths: "12", validUntil: inThirtyDays(), note: "" },
    }),
    command("enterprise accepts a quote", "enterprise", `/enterprise/quotes/${quoted}`, {
      ...{ enquiry: quoted, quote: it.quote(quoted), reason: "chose_other", text: "感谢报价" },
    }),
    command("enterprise accepts a delivery", "enterprise", `/enterprise/projects/${it.deliveredProject}`, {
      ...{ intent: "accept", edit: "1", text: "" },
    }),
    command("enterprise rates a project", "enterprise", `/enterprise/projects/${it.deliveredProject}`, {
      ...{ intent: "rate", fit: "5", schedule: "4", service: "5", benefit: "4", text: "上线之后排查缺陷快多了" },
    }),
    command("provider answers a rating", "provider", `/provider/projects/${it.deliveredProject}`, {
      ...{ intent: "answer", text: "感谢认可" },
    }),
    command(
      "provider fills in a qualification",
      "provider",
      "/provider/qualifications/product",
      { statement: "软件著作权登记齐全", validUntil: "", seenEdit: "0" },
      // Their own page.
      ["provider2"],
    ),
    command("provider saves a section", "provider", `/provider/solutions/${draft.id}/security`, {
      ...{ dataExport: "随时导出全部数据", security: "数据存放在企业内网", intent: "leave" },
      ...drawn,
    }),
    command("provider copies a solution", "provider", "/provider/solutions", {
      ...{ intent: "copy", solutionId: draft.id ?? "", copyId: "sol_01jd8x3y4z5a6b7c8d9e0f1g2h" },
    }),
    command("provider takes a solution off", "provider", `/provider/solutions/${it.secondShown}`, {
      intent: "withdraw",
    }),
  ];
}

/** Within the year that a quote may stand. */
function inThirtyDays(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}

function ownerCommands(it: Objects): Command[] {
  const edit = it.editOf("assessment", it.openAssessment);
  const confirm = { intent: "confirm", note: "", edit: it.editOf("diagnosis", it.ownCase) };
  return [
    command(
      "enterprise fills in a section",
      "enterprise",
      `/enterprise/assessments/${it.openAssessment}/${it.section}`,
      {
        intent: "leave",
        edit,
      },
    ),
    command("enterprise confirms the report", "enterprise", `/enterprise/diagnoses/${it.ownCase}`, confirm),
    command("enterprise shortlists", "enterprise", `/enterprise/recommendations/${it.recommendation}`, {
      intent: "shortlist",
    }),
    command("enterprise notes a figure", "enterprise", `/enterprise/effects/${it.openEffect}`, {
      ...{ intent: "figure", edit: "1", metric: "energy", unit: "wan_yuan_per_year", before: "120", after: "96" },
    }),
    command("park confirms an effect", "park", `/park/effects/${it.waitingEffect}`, {
      ...{ intent: "park_confirm", edit: "1" },
    }),
    command("administrator adds a word to the dictionary", "administrator", "/admin/lexicon", {
      ...{ intent: "add", surface: "扫码干活", kind: "hint", target: "production_control" },
    }),
    command("province adds a word to the dictionary", "province", "/province/lexicon", {
      ...{ intent: "add", surface: "看灯干活", kind: "hint", target: "production_control" },
    }),
    command("administrator closes an account", "administrator", `/admin/users/${it.people.provider2}`, {
      intent: "close",
    }),
  ];
}

function sharingCommands(it: Objects): Command[] {
  const sharing = `/enterprise/diagnoses/${it.ownCase}/report/sharing`;
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const open = it.group("open");
  // The enterprise's answer just before makes the park's page one edit older.
  const edit = String(Number(open.edit ?? "") + 1);
  return [
    command("enterprise withdraws a consent", "enterprise", sharing, { intent: "withdraw", consent: it.consent }),
    command("enterprise lets a provider read its report", "enterprise", sharing, {
      ...{ intent: "give", report: it.issuedReport, provider: it.provider, sections: "summary", until: inTenDays },
    }),
    command("enterprise joins a group request", "enterprise", `/enterprise/groups/${open.id}`, { intent: "joined" }),
    command("park calls a group request off", "park", `/park/groups/${open.id}`, {
      ...{ intent: "close", reason: "other", text: "计划有变", edit },
    }),
  ];
}
