/* Shows the answer in place. Without this file, or when anything is unusual, the form simply posts and the page changes. */
class HitherTracking extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    if (form) form.addEventListener('submit', (event) => this.look(event, form));
  }

  async look(event, form) {
    if (this.leaving) return;
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    const button = form.querySelector('[type="submit"]');
    button.setAttribute('aria-disabled', 'true');
    this.say(this.dataset.sending);
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { accept: 'text/html' },
      });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const found = page.querySelector('[data-hither-tracking]');
      if (!found) return this.leave(form);
      this.show(found, page);
    } catch {
      this.say(this.dataset.failed);
    } finally {
      this.busy = false;
      button.removeAttribute('aria-disabled');
    }
  }

  show(found, page) {
    const result = this.querySelector('[data-hither-result]');
    const problem = found.querySelector('form') && found.querySelector('[role="alert"]');
    if (problem) {
      result.hidden = true;
      this.say(problem.textContent);
      return;
    }
    const styles = [...page.querySelectorAll('style[data-hither-style]')].filter((style) => !found.contains(style));
    result.replaceChildren(...styles, found);
    result.hidden = false;
    this.say('');
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: 'nearest' });
  }

  /* The answer is not one of ours: let the browser show it. */
  leave(form) {
    this.leaving = true;
    form.submit();
  }

  say(text) {
    this.querySelector('[data-hither-status]').textContent = text || '';
  }
}
if (!customElements.get('hither-tracking')) customElements.define('hither-tracking', HitherTracking);
