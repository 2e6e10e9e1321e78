/** Words in braces inside a message: "{count} left" takes `count`. */
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Plural = { readonly one: string; readonly other: string };
export type Messages = Readonly<Record<string, string | Plural>>;
type TextOf<M> = M extends Plural ? M["other"] : M;
type ArgsOf<M> = Names<TextOf<M>> extends never ? [] : [args: Record<Names<TextOf<M>>, string | number>];

/** Typed by key and by the words each message needs: `t("slots.left", { count: 2 })`. */
export function catalogue<M extends Messages>(messages: M, language = "en") {
  const plural = new Intl.PluralRules(language);
  return function t<K extends keyof M & string>(key: K, ...[args]: ArgsOf<M[K]>): string {
    const message: string | Plural = messages[key] as string | Plural;
    const values = args as Record<string, string | number> | undefined;
    const text = typeof message === "string" ? message : plural.select(Number(values?.count)) === "one" ? message.one : message.other;
    return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
  };
}
