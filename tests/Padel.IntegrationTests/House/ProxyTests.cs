namespace Padel.IntegrationTests.House;

/// <summary>With a proxy and another origin configured.</summary>
public sealed class ProxyTests : IAsyncLifetime
{
    private readonly BareHouse _house = new()
    {
        Settings =
        {
            ["Web:Proxies:0"] = "127.0.0.1",
            ["Web:CorsOrigins:0"] = "https://app.example",
            ["Web:TrustedOrigins:0"] = "https://accounts.google.com",
            ["RateLimits:SignUpsPerHour"] = "2",
            ["RateLimits:AddressPerMinute"] = "3",
        },
    };

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Hsts_is_sent_when_our_proxy_says_https()
    {
        var answer = await Send("/api/v1/page", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.1"));

        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldContain("max-age=31536000");
    }

    [Fact]
    public async Task A_configured_origin_may_call()
    {
        var answer = await Send("/api/v1/page", ("Origin", "https://app.example"), ("X-Forwarded-For", "203.0.113.2"));

        answer.Headers.GetValues("Access-Control-Allow-Origin").Single().ShouldBe("https://app.example");
    }

    [Fact]
    public async Task A_trusted_sign_in_button_may_open_its_window_and_frame()
    {
        var answer = await Send("/api/v1/page", ("X-Forwarded-For", "203.0.113.3"));

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-src https://accounts.google.com");
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("same-origin-allow-popups");
    }

    [Fact]
    public async Task An_address_over_its_limit_answers_429_and_others_go_on()
    {
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add((int)(await Send("/api/v1/page", ("X-Forwarded-For", "203.0.113.4"))).StatusCode);
        statuses.ShouldBe([200, 200, 200, 429]);

        var refused = await Send("/api/v1/page", ("X-Forwarded-For", "203.0.113.4"));
        refused.Headers.RetryAfter?.Delta.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("request.too_many");
        (await Send("/api/v1/page", ("X-Forwarded-For", "203.0.113.5"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Health_and_pages_are_not_counted()
    {
        for (var i = 0; i < 10; i++)
            ((int)(await Send("/health/nothing", ("X-Forwarded-For", "203.0.113.6"))).StatusCode).ShouldNotBe(429);
    }

    [Fact]
    public async Task Sign_ups_have_a_limit_of_their_own()
    {
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
            statuses.Add((int)(await Send("/api/v1/sign-ups", HttpMethod.Post, ("X-Forwarded-For", "203.0.113.7"))).StatusCode);
        statuses.ShouldBe([204, 204, 429]);
    }

    private Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] headers) => Send(path, HttpMethod.Get, headers);

    private async Task<HttpResponseMessage> Send(string path, HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await _house.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
