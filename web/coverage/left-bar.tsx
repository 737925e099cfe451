/** How much of a whole is left, from 0 to 1; the numbers stand beside it. */
export function LeftBar({ share }: { readonly share: number }) {
  return (
    <svg className="left-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      <rect width="100" height="8" className="left-bar-whole" />
      <rect width={Math.min(1, share) * 100} height="8" className="left-bar-left" />
    </svg>
  );
}
