/**
 * URLs and host names as browsers read them: the URL Standard (https://url.spec.whatwg.org) with UTS 46.
 * Does not request anything. Entry points: {@code WebUrl}, {@code HostName}, {@code MailAddress}.
 */
package dev.tidemark.platform.url;
