// MkDocs' search script wants to know where the site begins.
var base_url = document.body.dataset.base;
// Results come while typing: the return key need not load the page again.
document.querySelector("form.wide").addEventListener("submit", function (event) { event.preventDefault(); });
