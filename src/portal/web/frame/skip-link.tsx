/** First stop of the Tab key: past the header, to `<main id="main">`. */
export function SkipLink() {
  return (
    <a
      className="skip-link"
      href="#main"
      onClick={(click) => {
        click.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      Skip to content
    </a>
  );
}
