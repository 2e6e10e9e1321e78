/** Which build this is; the build sets it, a development server has none. */
export const release: string = import.meta.env.VITE_RELEASE ?? "dev";
