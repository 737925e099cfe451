/** What the import says about one resource. */
export function ImportMessage({ text }: { readonly text: string }) {
  return <>{text}</>;
}
