/** The content policy forbids style attributes; custom properties set by script are allowed. Use as a ref. */
export function cssVars(values: Record<`--${string}`, string | number>): (element: HTMLElement | SVGElement | null) => void {
  return (element) => {
    if (!element) return;
    for (const [name, value] of Object.entries(values)) element.style.setProperty(name, String(value));
  };
}
