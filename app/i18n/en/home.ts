/** Home, the clinic's landing page, and what the site says of itself. */
import type { SameKeys } from "../messages";
import type { home as source } from "../zh-CN/home";

export const home: SameKeys<typeof source> = {
  lead: "See where your factory stands, then find digital solutions that fit and that you can afford",
  "lead.sub":
    "For small and medium manufacturers in {{province}}: assess yourself, invite an expert on site, and get matched by industry, park and budget.",
  "search.label": "What is the problem?",
  "search.placeholder": "For example: rush orders upset our schedule",
  "search.submit": "Find solutions",
  "search.examples": "People often look for:",
  "search.example.1": "equipment downtime",
  "search.example.2": "quality inspection",
  "search.example.3": "inventory",
  "search.example.4": "energy management",
  doors: "Where to start",
  "door.enterprise": "I run a factory",
  "door.enterprise.text":
    "Take ten minutes to see your level and what separates you from the next one. No account needed; your answers stay in your browser.",
  "door.enterprise.go": "Start the self-assessment",
  "door.provider": "I provide solutions",
  "door.provider.text":
    "Register, list what is small, fast, light and precise, and be found by factories whose industry, park and budget fit.",
  "door.provider.go": "Register as a provider",
  "door.park": "I work for a park",
  "door.park.text":
    "Review the providers and solutions of your park, take in diagnosis requests, assign experts and keep the promised dates.",
  "door.park.go": "Open the park desk",
  figures: "How far we are",
  "figures.note": "Computed from the platform's records, never typed in.",
  "figures.more": "Definitions and sources",
  shape: "From pyramid to olive",
  "shape.text": "Diagnosed enterprises by level, one shape for the end of each year.",
  new: "What is new",
  "new.solutions": "New solutions",
  "new.solutions.all": "All solutions",
  "new.solutions.none": "No solution has been published yet.",
  "new.events": "Coming events",
  "new.events.all": "All events",
  "new.events.none": "Nothing is planned at the moment.",
  "new.cases": "New cases",
  "new.cases.all": "All cases",
  "new.cases.none": "No project has been accepted yet.",

  "clinic.title": "Digital clinic",
  "clinic.lead":
    "An expert walks your shop floor, asks how work flows and leaves you a report in plain words: what is wrong, what to do first, which solutions fit and roughly what they cost.",
  "clinic.start": "Request an on-site diagnosis",
  "clinic.assess": "Assess yourself first",
  "clinic.steps": "How a diagnosis goes",
  "clinic.steps.note":
    "Times are working days without public holidays; the clock stops while we wait for you. These are the platform's default promises.",
  "clinic.step.apply": "You ask",
  "clinic.step.apply.text": "Say where it hurts, what you want to solve and when a visit suits. About ten minutes.",
  "clinic.step.accept": "The park answers",
  "clinic.step.accept.text": "The park accepts, asks for more, or explains why it cannot accept.",
  "clinic.step.assign": "An expert is assigned",
  "clinic.step.assign.text": "The park chooses by industry; experts have declared their ties to providers beforehand.",
  "clinic.step.visit": "The expert visits",
  "clinic.step.visit.text": "On an agreed date the expert goes through 16 scenarios on site and rates each of them.",
  "clinic.step.report": "The report is issued",
  "clinic.step.report.text":
    "Levels, numbered findings and a recommendation for each, checked by the park before you get it.",
  "clinic.step.confirm": "You confirm",
  "clinic.step.confirm.text":
    "Confirm the report or write what you see differently, then look at matches for each recommendation.",
  "clinic.days": "within {{count}} working days",
  "clinic.days_one": "within one working day",
  "clinic.days.yours": "up to you",
  "clinic.late": "When a promise is broken",
  "clinic.late.text":
    "You always see who holds your case and until when. A late case goes up by itself, from the park to the city to the province: you need not chase anyone.",
  "clinic.ties": "How conflicts of interest are kept out",
  "clinic.ties.text":
    "An expert who recommends a provider they are tied to must say so in the report, name at least two alternatives from others and have the park approve it. Otherwise the report cannot be issued.",
  "clinic.seen": "Who sees the report",
  "clinic.seen.text":
    "You, the assigned expert, your park and the authorities above it. A provider sees it only with your consent, report by report, until the date you set.",

  "about.title": "About Shuzhen",
  "about.lead":
    "Shuzhen is a marketplace and a clinic for the digital transformation of manufacturing: first find out where you stand, then look for what fits.",
  "about.what": "What you can do here",
  "about.what.assess":
    "Assess: answer the national questionnaire, get a level, and see exactly what the next one takes.",
  "about.what.diagnose":
    "Diagnose: the park takes you in, an expert visits, and every recommendation is tied to one scenario.",
  "about.what.match":
    "Match: solutions ranked by industry, park, budget and need, each with its reasons and what is missing.",
  "about.what.manage":
    "Handle: parks review providers and solutions; city and province see the whole course and what is late.",
  "about.rules": "Rules we keep",
  "about.rules.rank": "Rank is not for sale. Scores follow public rules; equal scores take turns by the day.",
  "about.rules.facts":
    "Small, fast, light and precise are shown as facts: figures from accepted projects come before what providers declare, and each says which it is.",
  "about.rules.levels":
    "Self-assessment, on-site diagnosis and third-party results stand side by side and are never merged; levels of different schemes are never converted.",
  "about.rules.vetted":
    "Parks check that a listing is complete, truthful and in scope. Published does not mean recommended, and is no official selection.",
  "about.sources": "Where the reference data comes from",
  "about.sources.lead":
    "What is marked {{provisional}} was compiled from public material, has not been checked word for word against the official text, may change, and is no formal basis.",
  "about.sources.table": "Sources of the data",
  "about.source": "Data",
  "about.origin": "Source",
  "about.trust": "Trust",
  "about.trust.checked": "Checked",
  "about.trust.provisional": "Provisional",
  "about.trust.own": "Our own",
  "about.source.regions": "Administrative regions",
  "about.origin.regions": "GB/T 2260 codes; two public copies agree",
  "about.source.industries": "Industries",
  "about.origin.industries": "GB/T 4754-2017, manufacturing; English names of classes are our translation",
  "about.source.parks": "Development zones",
  "about.origin.parks": "GB/T 37028-2018 and later approvals; some leading industries from secondary sources",
  "about.source.scheme": "Questions and points",
  "about.origin.scheme": "SME digitalisation level indicators (2024 edition), notice 〔2024〕56, a public copy",
  "about.source.gates": "Level thresholds, constrained scenarios",
  "about.origin.gates": "From a third party's implementation; the official text was not seen",
  "about.source.scenarios": "16 core scenarios",
  "about.origin.scenarios": "Names as in the indicators above; targets by level are our summary",
  "about.source.categories": "7 foundation categories",
  "about.origin.categories": "Drawn from the foundation part of the indicators",
  "about.source.examples": "Industry examples, pain points of chains",
  "about.origin.examples": "A public transcription of the scenario-map guide, partly completed from general knowledge",

  "privacy.title": "Privacy",
  "privacy.lead": "We record only what the work needs. This page says what, who sees it and how it goes away.",
  "privacy.visitor": "Without signing in",
  "privacy.visitor.1": "Browsing, searching and quick matching need no identity and build no profile.",
  "privacy.visitor.2": "Self-assessment answers stay in your own browser and go when you clear its data.",
  "privacy.visitor.3":
    "Cookies hold only the sign-in, language, appearance, self-assessment answers, favourites and one-time notes. No advertising, no third-party analytics, nothing loaded from other sites.",
  "privacy.visitor.4":
    "So that providers know how far they reach, we count how often each solution was opened, shown and matched in a day, and how many searches of a week showed it. Not by whom, from which IP address or with which cookie. Searches that look like a phone number, an e-mail address, an identity number or a long sentence are not kept; those made fewer than {{count}} times a week are shown to nobody and deleted once the week is over, the others after 13 weeks.",
  "privacy.account": "After signing in",
  "privacy.account.1":
    "Account: name, e-mail or mobile number, and a one-way hash of your password, which we cannot read.",
  "privacy.account.2": "Organisation: name, unified social credit code, industry, region, size, contacts.",
  "privacy.account.3":
    "Work: assessment answers, diagnosis cases and reports, enquiries and quotes, and a journal of who did what and when.",
  "privacy.account.4": "Operating logs hold ids only: no names, telephone numbers, credit codes or passwords.",
  "privacy.seen": "Who sees it",
  "privacy.seen.1":
    "Assessments and reports of an enterprise: its members, the assigned expert, its park and the authorities above. Anyone else at the same address sees that there is no such page.",
  "privacy.seen.2":
    "Providers: a report only with the enterprise's consent for that report and until it expires; in an enquiry, only what the enterprise wrote and the contact it gave.",
  "privacy.seen.3":
    "Public figures are totals; counts of fewer than {{count}} enterprises are not shown. Public cases use short names and no contract sums.",
  "privacy.rights": "Your rights",
  "privacy.rights.1": "See and correct: under Account and Enterprise profile, by yourself.",
  "privacy.rights.2": "Sign out elsewhere: under Account, device by device.",
  "privacy.rights.3":
    "Close an account: ask the owner of your organisation or the platform's administrator; a closed account cannot sign in. The journal and finished cases are kept as the law requires, for a time the operator publishes.",

  "accessibility.title": "Accessibility",
  "accessibility.lead":
    "We aim at WCAG 2.2 AA, so that people with a keyboard, a screen reader, a magnifier or an old phone can finish what they came for.",
  "accessibility.done": "What works",
  "accessibility.done.1": "No script needed: every page is made on the server and every form can be sent.",
  "accessibility.done.2":
    "Everything can be done by keyboard; the focus is always visible; a link at the top skips to the content.",
  "accessibility.done.3":
    "Colour never speaks alone: a word or an icon stands beside it. Body text has a contrast of at least 7:1, and there is a dark appearance.",
  "accessibility.done.4": "When a form is wrong, a summary at the top leads to each field, and what you typed is kept.",
  "accessibility.done.5":
    "Every chart has a table of the same data beside it; there is no motion when your system asks for less.",
  "accessibility.tested": "How we check",
  "accessibility.tested.text":
    "The main pages are checked by axe in both languages, light and dark, at 390 and 1280 pixels, and the main journeys by keyboard.",
  "accessibility.limits": "What is not good enough yet",
  "accessibility.limits.1": "No test by people with disabilities and no audit by a third party so far.",
  "accessibility.limits.2": "What providers write or upload is theirs and may fall short.",
  "accessibility.limits.3":
    "The interface is complete in English, but names and descriptions of enterprises, solutions and events are mostly Chinese.",
  "accessibility.help": "If something is in your way",
  "accessibility.help.text":
    "Tell your park or the platform's administrator which page and which device: a person will help you finish first, then the page gets fixed.",
};
