import { useNavigate, useSearchParams } from "react-router";
import { SignIn as SignInSteps } from "@/player/features/account/sign-in";
import { readChosen } from "@/player/features/booking/chosen";
import { ChosenSlot } from "@/player/features/booking/chosen-slot";
import { t } from "@/player/i18n/en";
import { useTitle } from "@/shared/lib/use-title";

/** Signing in keeps what was chosen: it stands on top, and the way goes straight on to it. */
export function SignIn() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  useTitle(t("signIn.pageTitle"));
  const next = safeTarget(params.get("next"));
  const target = new URL(next, location.origin);
  const slug = /^\/clubs\/([^/]+)$/.exec(target.pathname)?.[1];
  const chosen = readChosen(target.searchParams.get("slot"));
  return (
    <main id="content" className="min-h-dvh bg-surface-1 md:grid md:place-items-start md:justify-center md:bg-surface-0 md:py-12">
      <div className="mx-auto w-full max-w-md px-4 pt-2 pb-10 panel-wide md:px-8 md:pt-4">
        <SignInSteps
          chosen={slug && chosen ? <ChosenSlot slug={slug} date={target.searchParams.get("date")} chosen={chosen} /> : null}
          onDone={() => void navigate(next, { replace: true, state: { bookNow: chosen !== undefined } })}
          onLeave={() => void navigate(next, { replace: true })}
        />
      </div>
    </main>
  );
}

/** Only our own pages: an address from outside must not send people elsewhere. */
function safeTarget(next: string | null): string {
  if (!next?.startsWith("/") || next.startsWith("//") || next.startsWith("/\\")) return "/";
  return next;
}
