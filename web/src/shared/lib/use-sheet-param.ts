import { useCallback } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";

/**
 * A sheet that lives in the address: the back button closes it, a reload keeps it, a link can open it.
 * Closing goes back when opening pushed an entry, so that back does not open it again.
 */
export function useSheetParam(name: string): { value: string | null; open: (value: string) => void; close: () => void } {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const value = params.get(name);

  const open = useCallback((next: string) => {
    const changed = new URLSearchParams(location.search);
    changed.set(name, next);
    void navigate({ search: `?${changed}` }, { state: { sheet: name }, replace: value !== null, preventScrollReset: true });
  }, [location.search, name, navigate, value]);

  const close = useCallback(() => {
    if ((location.state as { sheet?: string } | null)?.sheet === name) return void navigate(-1);
    const changed = new URLSearchParams(location.search);
    changed.delete(name);
    void navigate({ search: `?${changed}` }, { replace: true, preventScrollReset: true });
  }, [location.search, location.state, name, navigate]);

  return { value, open, close };
}
