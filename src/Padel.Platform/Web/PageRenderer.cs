using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Padel.Platform.Web;

/// <summary>Fills a built page: the nonce of this answer into its tags, title and preview tags into its head.</summary>
internal sealed class PageRenderer(IOptions<WebOptions> options)
{
    private const string NoncePlace = "__NONCE__";
    private const string HeadPlace = "<!--head-->";
    private const string NotBuilt = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Padel</title></head>
        <body><p>The web app has not been built yet: run ./run at the root of the project, or npm run build in its web folder.</p></body></html>
        """;

    public string Render(HttpContext http, WebFile? page, PageHead head) => page is null
        ? NotBuilt
        : Encoding.UTF8.GetString(page.Plain)
            .Replace(NoncePlace, CspNonce.Of(http), StringComparison.Ordinal)
            .Replace(HeadPlace, Tags(http, head), StringComparison.Ordinal);

    private string Tags(HttpContext http, PageHead head)
    {
        var origin = options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl.TrimEnd('/') : $"{http.Request.Scheme}://{http.Request.Host}";
        var url = origin + http.Request.Path.ToUriComponent();
        var tags = new StringBuilder()
            .Append("<title>").Append(Encode(head.Title)).Append("</title>");
        Named("description", head.Description);
        if (!head.Listed)
            Named("robots", "noindex");
        else
            tags.Append("\n    <link rel=\"canonical\" href=\"").Append(Encode(url)).Append("\" />");
        Property("og:type", "website");
        Property("og:site_name", "Padel");
        Property("og:title", head.Title);
        Property("og:description", head.Description);
        Property("og:url", url);
        Named("twitter:card", head.ImagePath is null ? "summary" : "summary_large_image");
        Named("twitter:title", head.Title);
        Named("twitter:description", head.Description);
        if (head.ImagePath is not null)
            Property("og:image", origin + head.ImagePath);
        return tags.ToString();

        void Named(string name, string content) => Tag("name", name, content);
        void Property(string name, string content) => Tag("property", name, content);
        void Tag(string kind, string name, string content) =>
            tags.Append("\n    <meta ").Append(kind).Append("=\"").Append(name).Append("\" content=\"").Append(Encode(content)).Append("\" />");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
