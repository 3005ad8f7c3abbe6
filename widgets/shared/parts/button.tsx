import type { ReactNode } from 'react';

type ButtonProps = {
  children: ReactNode;
  onPress?: () => void;
  look?: 'primary' | 'danger' | 'plain' | 'normal';
  size?: 'normal' | 'small';
  isDisabled?: boolean;
  /** Sends the form that it is in. */
  isSubmit?: boolean;
  label?: string;
};

const nothing = () => undefined;

export function Button(props: ButtonProps) {
  const { children, onPress = nothing, look = 'normal', size = 'normal', isDisabled = false } = props;
  return (
    <button
      type={props.isSubmit ? 'submit' : 'button'}
      className="kt-button"
      data-look={look}
      data-size={size}
      disabled={isDisabled}
      aria-label={props.label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
