/** Register as an enterprise or a provider: the organisation, where it stands, and its first person. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { IndustryChoice } from "~/components/identity/industry-field";
import { EnterpriseRegister, ProviderRegister, RegisterDoors } from "~/components/identity/register-forms";
import type { PageHandle } from "~/components/layout/page-handle";
import { openProviderProfile } from "~/domain/catalogue/provider-registration.server";
import { askAsNewcomer } from "~/domain/identity/join-requests.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { EnterpriseRegistration, ProviderRegistration } from "~/domain/identity/registration-form";
import { registerOrganisation, type RegistrationRefusal } from "~/domain/identity/registration.server";
import { startSession } from "~/domain/identity/sessions.server";
import { industryCandidates, industryChoices, placeChoices } from "~/domain/scenarios/picker-choices";
import { pickIndustry, pickPlace } from "~/domain/scenarios/pickers";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { withFavourites } from "~/http/favourites.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { signedIn } from "~/http/guards.server";
import { localeOf } from "~/http/locale.server";
import { memberWith } from "~/http/member-with.server";
import type { MessageKey } from "~/i18n/messages";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:register.title", interactive: true };

export async function loader({ request }: LoaderFunctionArgs) {
  if (await signedIn(request)) throw redirect(paths.account.home());
  const as = new URL(request.url).searchParams.get("as");
  const reference = await referenceOf(store().db);
  return {
    as: as === "enterprise" || as === "provider" ? as : null,
    places: as ? placeChoices(reference) : null,
    classes: as === "enterprise" ? industryChoices(reference) : [],
  };
}

const placeProblems = {
  region_unknown: { regionCode: "identity:register.region.unknown" },
  park_unknown: { parkSlug: "identity:register.park.unknown" },
  park_elsewhere: { parkSlug: "identity:register.park.elsewhere" },
} satisfies Record<string, Record<string, MessageKey>>;

const taken: Record<RegistrationRefusal, Record<string, MessageKey>> = {
  credit_code_taken: { creditCode: "identity:register.taken.credit_code" },
  email_taken: { email: "identity:register.taken.email" },
  mobile_taken: { mobile: "identity:register.taken.mobile" },
};

export async function action({ request }: ActionFunctionArgs) {
  const as = new URL(request.url).searchParams.get("as");
  return as === "provider" ? registerProvider(request) : registerEnterprise(request);
}

async function registerEnterprise(request: Request) {
  const form = await readForm(request, EnterpriseRegistration);
  if (!form.ok) return form.reply;
  const typed = form.value;
  if (form.intent === "join") return join(request, form);
  const reference = await referenceOf(store().db);
  const industry = pickIndustry(reference, typed.industry);
  if (!industry.ok) {
    const isMany = industry.reason === "industry_many";
    const key: MessageKey = isMany ? "identity:register.industry.many" : "identity:register.industry.unknown";
    const candidates = isMany ? industryCandidates(reference, typed.industry) : [];
    const answer = form.refuse({ fields: { industry: key } }, 422);
    return data({ ...answer.data, candidates }, { status: 422 });
  }
  const place = pickPlace(reference, typed);
  if (!place.ok) return form.refuse({ fields: placeProblems[place.reason] }, 422);
  const person = await personOf(request, typed);
  const outcome = await store().write((tx) =>
    registerOrganisation(tx, person, {
      ...organisationOf(typed),
      kind: "enterprise",
      ...place.value,
      industryCode: industry.value,
    }),
  );
  if (!outcome.ok)
    return (await sameAgain(request, typed, "enterprise")) ?? form.refuse({ fields: taken[outcome.reason] });
  return welcome(request, outcome.value.userId, "enterprise");
}

async function registerProvider(request: Request) {
  const form = await readForm(request, ProviderRegistration);
  if (!form.ok) return form.reply;
  const typed = form.value;
  if (form.intent === "join") return join(request, form);
  const place = pickPlace(await referenceOf(store().db), typed);
  if (!place.ok) return form.refuse({ fields: placeProblems[place.reason] }, 422);
  const person = await personOf(request, typed);
  const outcome = await store().write(async (tx) => {
    const organisation = { ...organisationOf(typed), kind: "provider" as const, ...place.value, industryCode: null };
    const registered = await registerOrganisation(tx, person, organisation);
    if (registered.ok) {
      const { organisationId } = registered.value;
      await openProviderProfile(tx, { organisationId, name: typed.organisationName, type: typed.providerType });
    }
    return registered;
  });
  if (!outcome.ok)
    return (await sameAgain(request, typed, "provider")) ?? form.refuse({ fields: taken[outcome.reason] });
  return welcome(request, outcome.value.userId, "provider");
}

type Refuse = (problems: { form?: string; fields?: Record<string, string> }) => ReturnType<typeof data>;

/** Instead of a second organisation with the same code: an account, and a question to the owners of the first. */
async function join(request: Request, { value, refuse }: { value: Typed; refuse: Refuse }) {
  const person = await personOf(request, value);
  const asked = { creditCode: value.creditCode, message: value.message };
  const outcome = await store().write((tx) => askAsNewcomer(tx, person, asked));
  if (!outcome.ok && (outcome.reason === "email_taken" || outcome.reason === "mobile_taken"))
    return refuse({ fields: taken[outcome.reason] });
  if (!outcome.ok) return refuse({ form: `onboarding:join.refused.${outcome.reason}` });
  const { userId } = outcome.value;
  const cookie = await startSession(userId, request.headers.get("User-Agent") ?? "");
  const headers = await withFavourites(request, userId, cookie);
  return redirectWith(paths.account.organisation(), "onboarding:join.sent", {}, headers);
}

type Typed = {
  name: string;
  email: string | null;
  mobile: string | null;
  password: string;
  organisationName: string;
  creditCode: string;
  message: string;
};

async function personOf(request: Request, { name, email, mobile, password }: Typed) {
  return { name, email, mobile, passwordHash: await hashPassword(password), locale: await localeOf(request) };
}

function organisationOf({ organisationName, creditCode }: Typed) {
  return { name: organisationName, creditCode };
}

type Kind = "enterprise" | "provider";

/** A second click of the same person is not told that the organisation is taken: they are in. */
async function sameAgain(request: Request, { email, mobile, password, creditCode }: Typed, kind: Kind) {
  const userId = await memberWith(email ?? mobile ?? "", password, { creditCode, kind });
  return userId ? welcome(request, userId, kind) : null;
}

async function welcome(request: Request, userId: string, kind: Kind) {
  const cookie = await startSession(userId, request.headers.get("User-Agent") ?? "");
  const to = kind === "enterprise" ? paths.enterprise.home() : paths.providerDesk.onboarding();
  return redirectWith(to, `identity:register.done.${kind}`, {}, await withFavourites(request, userId, cookie));
}

export default function Register() {
  const { as, places, classes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!as || !places) return <RegisterDoors />;
  if (as === "provider") return <ProviderRegister answer={answer} places={places} />;
  return <EnterpriseRegister answer={answer} places={places} classes={classes} candidates={candidatesIn(answer)} />;
}

/** The industries to choose from, when what was typed fits several. */
function candidatesIn(answer: object | undefined): IndustryChoice[] {
  return answer && "candidates" in answer && Array.isArray(answer.candidates) ? answer.candidates : [];
}
