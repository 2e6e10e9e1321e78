using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Padel.Platform.Web;

namespace Padel.IntegrationTests.House;

public sealed partial class WebPageTests : IAsyncLifetime
{
    private readonly BareHouse _house = new();

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_house.WebRoot, "assets"));
        const string page = "<html><head><!--head--></head><body>NAME<script nonce=\"__NONCE__\"></script></body></html>";
        await File.WriteAllTextAsync(Path.Combine(_house.WebRoot, "index.html"), page.Replace("NAME", "player", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(_house.WebRoot, "console.html"), page.Replace("NAME", "console", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(_house.WebRoot, "icon.svg"), "<svg/>");
        await File.WriteAllTextAsync(Path.Combine(_house.WebRoot, ".hidden"), "hidden");
        await File.WriteAllTextAsync(Path.Combine(_house.WebRoot, "assets", "app-1a2b.js"), string.Concat(Enumerable.Repeat("console.log('padel');", 100)));
        _house.Configure = services => services.AddSingleton<DescribePage>(Describe);
        await _house.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("/", "player", 200)]
    [InlineData("/index.html", "player", 200)]
    [InlineData("/games", "player", 200)]
    [InlineData("/games/0192f0c1-0000-7000-8000-000000000000", "player", 200)]
    [InlineData("/clubs/margalla", "player", 200)]
    [InlineData("/clubs/broken", "player", 200)]
    [InlineData("/clubs/nowhere", "player", 404)]
    [InlineData("/nothing", "player", 404)]
    [InlineData("/you/nothing", "player", 404)]
    [InlineData("/console", "console", 200)]
    [InlineData("/console/day", "console", 200)]
    public async Task A_page_comes_with_its_real_status(string path, string app, int status)
    {
        var answer = await Get(path);

        ((int)answer.StatusCode).ShouldBe(status);
        (await Text(answer)).ShouldContain(app);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        answer.Headers.CacheControl?.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task The_nonce_of_the_policy_is_in_the_page()
    {
        var answer = await Get("/");

        var nonce = Nonce().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;
        (await Text(answer)).ShouldContain($"nonce=\"{nonce}\"");
        (await Text(answer)).ShouldNotContain("__NONCE__");
    }

    [Fact]
    public async Task A_club_page_says_what_it_is_encoded_for_html()
    {
        var html = await Text(await Get("/clubs/margalla"));

        html.ShouldContain("<title>Margalla &lt;Padel&gt;</title>");
        html.ShouldContain("property=\"og:title\" content=\"Margalla &lt;Padel&gt;\"");
        html.ShouldContain("name=\"twitter:card\"");
        html.ShouldContain($"<link rel=\"canonical\" href=\"{_house.Address}clubs/margalla\" />");
        html.ShouldContain("free courts today from Rs 4,000");
        html.ShouldNotContain("<Padel>");
    }

    [Fact]
    public async Task Private_pages_stay_out_of_search_engines() => (await Text(await Get("/you"))).ShouldContain("noindex");

    [Fact]
    public async Task A_hashed_file_is_kept_for_ever_and_comes_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1a2b.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var answer = await _house.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/javascript");
        answer.Headers.CacheControl?.ToString().ShouldBe("public, max-age=31536000, immutable");
        answer.Content.Headers.ContentLength.ShouldNotBeNull().ShouldBeLessThan(200);
    }

    [Fact]
    public async Task A_file_seen_before_is_not_sent_again()
    {
        var first = await Get("/icon.svg");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/icon.svg");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        (await _house.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/assets/gone.js")]
    [InlineData("/.hidden")]
    [InlineData("/../secret")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/api/v1/nothing")]
    public async Task What_is_no_page_and_no_file_answers_404(string path)
    {
        var answer = await Get(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Text(answer)).ShouldNotContain("root:");
    }

    [Fact]
    public async Task Robots_are_told_where_not_to_go() => (await Text(await Get("/robots.txt"))).ShouldContain("Disallow: /console");

    [Fact]
    public async Task The_icon_also_answers_to_its_old_name() => (await Get("/favicon.ico")).Content.Headers.ContentType?.MediaType.ShouldBe("image/svg+xml");

    [Fact]
    public async Task Without_a_built_app_one_sentence_says_what_to_do()
    {
        File.Delete(Path.Combine(_house.WebRoot, "index.html"));

        var answer = await Get("/");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Text(answer)).ShouldContain("has not been built yet");
    }

    private static ValueTask<PageHead?> Describe(string path, CancellationToken cancellation) => path switch
    {
        "/clubs/margalla" => ValueTask.FromResult<PageHead?>(new PageHead("Margalla <Padel>", "Street 1: free courts today from Rs 4,000.")),
        "/clubs/broken" => throw new InvalidOperationException("The database is away."),
        _ => ValueTask.FromResult<PageHead?>(null),
    };

    private Task<HttpResponseMessage> Get(string path) => _house.Client.GetAsync(path, TestContext.Current.CancellationToken);

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
