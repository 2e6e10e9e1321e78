using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.House;

/// <summary>Nothing a client can send makes any route fail with a 500, and every refusal is a problem with a code.</summary>
public sealed partial class HostileClientTests(PadelServer server) : IClassFixture<PadelServer>
{
    private readonly List<string> _failures = [];
    private Guid _clubId;

    [Fact]
    public async Task Every_operation_refuses_nonsense_in_paths_and_queries()
    {
        var shape = await Shape();
        foreach (var (method, path, operation) in shape.Operations())
        {
            using var client = await Insider();
            foreach (var value in NastyValues.InPaths.Append(_clubId.ToString()))
                await Send(client, method, Fill(path, value), Body(shape, operation));
            foreach (var query in ApiShape.Queries(operation))
            {
                foreach (var value in NastyValues.InQueries)
                    await Send(client, method, $"{Fill(path, _clubId.ToString())}?{query}={value}", Body(shape, operation));
            }
        }

        Report();
    }

    [Fact]
    public async Task Every_operation_refuses_nonsense_as_body()
    {
        var shape = await Shape();
        foreach (var (method, path, _) in shape.Operations().Where(one => one.Method != "GET"))
        {
            using var client = await Insider();
            foreach (var body in NastyValues.Bodies())
            {
                foreach (var type in new[] { "application/json", "text/plain", "multipart/form-data; boundary=x", "application/json; charset=nonsense" })
                    await Send(client, method, Fill(path, _clubId.ToString()), body, type);
            }
        }

        Report();
    }

    [Fact]
    public async Task Every_operation_refuses_nonsense_in_each_member()
    {
        var shape = await Shape();
        foreach (var (method, path, operation) in shape.Operations())
        {
            if (shape.Body(operation) is not { } body)
                continue;
            using var client = await Insider();
            foreach (var member in body.Select(one => one.Key).ToArray())
            {
                foreach (var value in NastyValues.Members())
                {
                    var changed = body.DeepClone().AsObject();
                    changed[member] = value;
                    await Send(client, method, Fill(path, _clubId.ToString()), Encoding.UTF8.GetBytes(changed.ToJsonString().Replace(NastyValues.HalfCharacter, "\\ud800", StringComparison.Ordinal)));
                }
            }
        }

        Report();
    }

    [Fact]
    public async Task Every_route_survives_strange_headers_and_methods()
    {
        var shape = await Shape();
        using var client = await Insider();
        var paths = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(route => "/" + route.RoutePattern.RawText?.TrimStart('/')).Where(path => !path.StartsWith("/hubs", StringComparison.Ordinal)).Distinct().ToArray();
        paths.Length.ShouldBeGreaterThan(20);
        foreach (var path in paths)
        {
            foreach (var header in NastyValues.InHeaders)
                await Send(client, "GET", Fill(path, _clubId.ToString()), header: header);
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "NONSENSE" })
                await Send(client, method, Fill(path, _clubId.ToString()));
        }

        foreach (var (method, path, operation) in shape.Operations().Where(one => one.Method != "GET"))
        {
            using var own = await Insider();
            foreach (var header in NastyValues.InHeaders)
                await Send(own, method, Fill(path, _clubId.ToString()), Body(shape, operation), header: header);
        }

        Report();
    }

    private async Task<ApiShape> Shape()
    {
        _clubId = (await server.SetUpClub()).ClubId;
        return new ApiShape(JsonNode.Parse(await server.Anyone.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!); // the document is an object
    }

    // An owner passes every policy of the club, so the nonsense reaches the handlers. New for each route: some end sessions.
    private async Task<HttpClient> Insider() => (await server.StaffOf(_clubId, "owner")).Http;

    private async Task Send(HttpClient client, string method, string path, byte[]? body = null, string type = "application/json", (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.CreateVersion7().ToString());
        if (header is { } extra)
        {
            HttpHeaders? headers = extra.Name.StartsWith("Content-", StringComparison.Ordinal) ? request.Content?.Headers : request.Headers;
            headers?.Remove(extra.Name);
            headers?.TryAddWithoutValidation(extra.Name, extra.Value);
        }

        await Judge(client, request, $"{method} {path[..Math.Min(path.Length, 120)]} {header} {type} {(body is null ? "" : Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 200)))}");
    }

    private async Task Judge(HttpClient client, HttpRequestMessage request, string what)
    {
        using var answer = await Try(client, request, what);
        var status = (int)answer.StatusCode;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (status >= 500)
            _failures.Add($"{status} {what} -> {text}");
        else if (status >= 400 && request.Method != HttpMethod.Head && !IsProblem(answer.Content.Headers.ContentType, text) && !IsKestrels(text))
            _failures.Add($"{status} without a problem: {what} -> {text[..Math.Min(text.Length, 100)]}");
    }

    private static async Task<HttpResponseMessage> Try(HttpClient client, HttpRequestMessage request, string what)
    {
        try
        {
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException error)
        {
            throw new InvalidOperationException("No answer to " + what, error);
        }
    }

    private static bool IsProblem(MediaTypeHeaderValue? type, string text) =>
        type?.MediaType == "text/html" || (type?.MediaType == "application/problem+json" && JsonDocument.Parse(text).RootElement.TryGetProperty("code", out _));

    // What cannot even be read as a request is refused by the server before any of our code.
    private static bool IsKestrels(string text) => text.Length == 0;

    private static byte[]? Body(ApiShape shape, JsonNode operation) =>
        shape.Body(operation) is { } body ? Encoding.UTF8.GetBytes(body.ToJsonString()) : null;

    private static string Fill(string path, string value) => Parameter().Replace(path, value);

    private void Report()
    {
        var log = string.Join('\n', _failures.Take(25));
        _failures.Count.ShouldBe(0, log);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
