using System.Text.RegularExpressions;

namespace Padel.IntegrationTests.House;

public sealed partial class SecurityHeaderTests(BareHouse house) : IClassFixture<BareHouse>
{
    public static TheoryData<string> Answers => ["/api/v1/page", "/api/v1/nothing-here", "/api/v1/throws", "/health/nothing", "/"];

    [Theory, MemberData(nameof(Answers))]
    public Task Nothing_may_guess_a_content_type(string path) => Says(path, "X-Content-Type-Options", "nosniff");

    [Theory, MemberData(nameof(Answers))]
    public Task Nobody_may_frame_us(string path) => Says(path, "X-Frame-Options", "DENY");

    [Theory, MemberData(nameof(Answers))]
    public Task Other_sites_learn_our_origin_only(string path) => Says(path, "Referrer-Policy", "strict-origin-when-cross-origin");

    [Theory, MemberData(nameof(Answers))]
    public Task Our_windows_are_our_own(string path) => Says(path, "Cross-Origin-Opener-Policy", "same-origin");

    [Theory, MemberData(nameof(Answers))]
    public Task Other_sites_may_not_embed_our_files(string path) => Says(path, "Cross-Origin-Resource-Policy", "same-origin");

    [Theory, MemberData(nameof(Answers))]
    public async Task Devices_stay_switched_off(string path) => (await Header(path, "Permissions-Policy")).ShouldContain("camera=()");

    [Fact]
    public async Task Hsts_is_not_sent_over_plain_http() => (await Header("/api/v1/page", "Strict-Transport-Security")).ShouldBeEmpty();

    [Fact]
    public async Task Data_may_load_nothing() => (await Header("/api/v1/nothing-here", "Content-Security-Policy")).ShouldStartWith("default-src 'none'");

    [Fact]
    public async Task A_page_runs_only_scripts_with_its_own_new_nonce()
    {
        var first = await Header("/api/v1/page", "Content-Security-Policy");
        var second = await Header("/api/v1/page", "Content-Security-Policy");

        foreach (var rule in new[]
            { "'strict-dynamic'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'", "report-uri /csp-reports", "report-to csp", "img-src 'self' data:" })
            first.ShouldContain(rule);
        first.ShouldNotContain("unsafe");
        Nonce().Match(first).Value.ShouldNotBe(Nonce().Match(second).Value);
    }

    [Fact]
    public async Task A_page_says_where_reports_go() => (await Header("/api/v1/page", "Reporting-Endpoints")).ShouldBe("csp=\"/csp-reports\"");

    [Fact]
    public async Task The_server_does_not_name_itself() => (await Header("/api/v1/page", "Server")).ShouldBeEmpty();

    [Fact]
    public async Task No_other_origin_may_call_by_default()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/page");
        request.Headers.Add("Origin", "https://elsewhere.example");
        var answer = await house.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task A_forwarded_header_of_a_stranger_is_not_believed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/page");
        request.Headers.Add("X-Forwarded-Proto", "https");
        var answer = await house.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    private async Task Says(string path, string name, string value) => (await Header(path, name)).ShouldBe(value);

    private async Task<string> Header(string path, string name)
    {
        var answer = await house.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
    }

    [GeneratedRegex("'nonce-[^']+'")]
    private static partial Regex Nonce();
}
