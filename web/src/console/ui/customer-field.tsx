import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useId, useState } from "react";
import { messageOf } from "@/shared/api/errors";
import { IconButton } from "@/shared/ui/button";
import { Tag } from "@/shared/ui/tag";
import { t } from "../i18n/en";
import { useDebounced } from "../lib/use-debounced";
import { sayPhone } from "../lib/phone";
import { initials } from "../lib/initials";
import { playersQuery, type Customer } from "../lib/players";

const SEARCH_AFTER_MS = 200;
const MIN_LETTERS = 2;

type Props = { clubId: string; name: string; customer: Customer | null; error?: string | undefined; hint: string; onName: (name: string) => void; onCustomer: (customer: Customer | null) => void };

/** Type a name or a phone: members appear below, arrows and Enter choose. */
export function CustomerField({ clubId, name, customer, error, hint, onName, onCustomer }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const search = useDebounced(name.trim(), SEARCH_AFTER_MS);
  const asked = open && search.length >= MIN_LETTERS;
  const found = useQuery({ ...playersQuery(clubId, search), enabled: asked });
  const items = asked ? found.data?.items ?? [] : [];
  const shown = open && name.trim().length >= MIN_LETTERS && items.length > 0;

  const choose = (next: Customer) => {
    onCustomer(next);
    setOpen(false);
    setActive(-1);
  };
  const press = (event: React.KeyboardEvent) => {
    if (!shown) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive((active + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length);
    } else if (event.key === "Enter" && items[active]) {
      event.preventDefault();
      choose(items[active]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };

  if (customer) return <Chosen customer={customer} onClear={() => onCustomer(null)} />;
  return (
    <div className="field field-compact">
      <label className="field-label" htmlFor={id}>{t("new.who")}</label>
      <div className="relative">
      <input
        id={id} className="field-input" value={name} maxLength={100} autoComplete="off" role="combobox" aria-expanded={shown} aria-controls={`${id}-list`} aria-autocomplete="list"
        aria-activedescendant={shown && items[active] ? `${id}-${active}` : undefined} aria-invalid={error ? true : undefined} aria-describedby={`${id}-note`} data-autofocus
        onChange={(event) => { onName(event.target.value); setOpen(true); setActive(-1); }} onKeyDown={press} onBlur={() => setOpen(false)}
      />
      {shown && (
        <ul id={`${id}-list`} role="listbox" aria-label={t("new.found", { count: items.length })} className="options">
          {items.map((each, index) => (
            // The keys of the list are handled by the field, as a combobox does.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li key={each.playerId} id={`${id}-${index}`} role="option" aria-selected={index === active} className="option" onMouseDown={(event) => event.preventDefault()} onClick={() => choose(each)}>
              <span className="min-w-0 grow truncate">{each.name}</span>
              {each.blocked && <Tag tone="bad">{t("new.blocked")}</Tag>}
              <span className="num text-micro text-ink-3">{each.phone ? sayPhone(each.phone) : each.email}</span>
            </li>
          ))}
        </ul>
      )}
      </div>
      <p id={`${id}-note`} className={error ? "field-error" : "field-hint"} aria-live="polite">
        {error ?? (asked && found.isFetching ? t("new.searching") : found.isError && asked ? `${t("new.searchFailed")} ${messageOf(found.error)}` : hint)}
      </p>
    </div>
  );
}

function Chosen({ customer, onClear }: { customer: Customer; onClear: () => void }) {
  return (
    <div className="field">
      <span className="field-label">{t("new.who")}</span>
      <div className="chosen">
        <span className="avatar" aria-hidden>{initials(customer.name)}</span>
        <div className="min-w-0 grow">
          <p className="text-label truncate">{customer.name}</p>
          <p className="num text-micro text-ink-2">{[customer.phone ? sayPhone(customer.phone) : customer.email, t("new.games", { count: customer.games })].filter(Boolean).join(", ")}</p>
        </div>
        <IconButton label={t("new.change")} icon={<X size={16} aria-hidden />} className="icon-btn-desk" onClick={onClear} />
      </div>
      {customer.blocked && <p className="field-hint due">{t("new.blockedHint")}</p>}
    </div>
  );
}
