type Props<T extends string | number> = {
  legend: string;
  name: string;
  value: T;
  options: readonly { value: T; label: string; title?: string }[];
  onChange: (value: T) => void;
  className?: string;
};

/** One of a few, always one chosen: real radio buttons, so arrows and screen readers work. */
export function Segmented<T extends string | number>({ legend, name, value, options, onChange, className = "" }: Props<T>) {
  return (
    <fieldset className={`seg ${className}`}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="seg-item num">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} aria-label={option.title} />
          <span aria-hidden={option.title ? true : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
