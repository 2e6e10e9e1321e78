import { Navigate, useSearchParams } from "react-router";
import { useSignedIn } from "@/shared/api/session";
import { SignInForm } from "../features/session/sign-in-form";
import { Logo } from "../ui/logo";
import { usePageTitle } from "../ui/page";
import { t } from "../i18n/en";

/** Only to places of the console itself: an address from outside must not lead away after signing in. */
const inside = (next: string | null) => (next?.startsWith("/console") && !next.startsWith("/console/sign-in") ? next : "/console");

export function SignInRoute() {
  const [params] = useSearchParams();
  usePageTitle(t("signIn.title"));
  if (useSignedIn()) return <Navigate to={inside(params.get("next"))} replace />;
  return (
    <main className="alone">
      <section className="card alone-card">
        <Logo />
        <h1 className="text-title">{t("signIn.title")}</h1>
        <p className="mb-5 text-small text-ink-2">{t("signIn.lead")}</p>
        <SignInForm />
        <p className="mt-5 text-center text-small"><a className="link" href="/">{t("signIn.player")}</a></p>
      </section>
    </main>
  );
}
