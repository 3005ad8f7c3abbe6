import type { ReactNode } from 'react';

type ButtonProps = {
  children: ReactNode;
  onPress: () => void;
  look?: 'primary' | 'danger' | 'plain' | 'normal';
  size?: 'normal' | 'small';
  isDisabled?: boolean;
  label?: string;
};

export function Button({
  children,
  onPress,
  look = 'normal',
  size = 'normal',
  isDisabled = false,
  label,
}: ButtonProps) {
  return (
    <button
      type="button"
      className="kt-button"
      data-look={look}
      data-size={size}
      disabled={isDisabled}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
