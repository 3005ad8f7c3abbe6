/** Fields of a form: a label around each, what is wrong under it. */
import type { ChangeEvent, ReactNode } from 'react';
import { flag } from './flag.ts';

type FieldProps = { label: string; hint?: string | undefined; wrong?: string | null; children: ReactNode };

export function Field({ label, hint, wrong, children }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="kt-field">
      <span className="kt-label">{label}</span>
      {children}
      {hint !== undefined && !wrong && <span className="kt-hint">{hint}</span>}
      {wrong && (
        <span className="kt-wrong" role="alert">
          {wrong}
        </span>
      )}
    </label>
  );
}

type InputProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  wrong?: string | null;
  placeholder?: string;
};

export function TextField(props: InputProps) {
  return <InputField {...props} type="text" />;
}

export function DateField(props: InputProps) {
  return <InputField {...props} type="date" />;
}

export function MomentField(props: InputProps) {
  return <InputField {...props} type="datetime-local" />;
}

function InputField({
  label,
  value,
  onChange,
  hint,
  wrong,
  placeholder,
  type,
}: InputProps & { type: string }) {
  return (
    <Field label={label} hint={hint} wrong={wrong ?? null}>
      <input
        className="kt-input"
        type={type}
        value={value}
        placeholder={placeholder}
        aria-invalid={flag(Boolean(wrong))}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
    </Field>
  );
}

export function LongTextField({ label, value, onChange, hint, wrong, placeholder }: InputProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong ?? null}>
      <textarea
        className="kt-input"
        rows={3}
        value={value}
        placeholder={placeholder}
        aria-invalid={flag(Boolean(wrong))}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
      />
    </Field>
  );
}

type ChoiceFieldProps = InputProps & { choices: readonly (readonly [value: string, label: string])[] };

export function ChoiceField({ label, value, onChange, hint, wrong, choices }: ChoiceFieldProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong ?? null}>
      <select
        className="kt-select"
        value={value}
        onChange={(event: ChangeEvent<HTMLSelectElement>) => onChange(event.target.value)}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

type CheckFieldProps = {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  wrong?: string | null;
};

export function CheckField({ label, isChecked, onChange, wrong }: CheckFieldProps) {
  return (
    <div className="kt-field">
      <label className="kt-check-row">
        <input
          type="checkbox"
          className="kt-check"
          checked={isChecked}
          aria-invalid={flag(Boolean(wrong))}
          onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {wrong && (
        <span className="kt-wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
