/** Which build this is: the name of the built file carries a hash of its content. A development server has none. */
export const release: string = import.meta.env.PROD ? (new URL(import.meta.url).pathname.split("/").at(-1) ?? "unknown") : "dev";
