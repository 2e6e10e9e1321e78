using System.Security.Cryptography;
using System.Text;
using Padel.Payments.Gateways.EasyPaisa;

namespace Padel.Tests.Payments.Gateways;

public sealed class EasyPaisaVectorTests
{
    [Theory]
    [InlineData("full hosted form")]
    [InlineData("minimal hosted form")]
    public void Hashes_the_form_as_the_vendor_does(string name)
    {
        var vector = Vectors.Named("easypaisa", name);
        var fields = vector.Fields().Select(field => KeyValuePair.Create(field.Key, field.Value!)).ToArray();

        EasyPaisaHash.TextOf(fields).ShouldBe(vector.Text("plaintext"));
        EasyPaisaHash.Of(vector.Text("hash_key_ascii"), fields).ShouldBe(vector.Text("merchantHashedReq"));
    }

    [Fact]
    public void The_credentials_header_is_bare_base64()
    {
        var vector = Vectors.Named("easypaisa", "Credentials header");
        EasyPaisaRest.Credentials(vector.Text("username"), vector.Text("password")).ShouldBe(vector.Text("header_value"));
    }

    [Fact]
    public void Verifies_the_signed_request_of_version_5()
    {
        var vector = Vectors.Named("easypaisa", "REST v5");
        var (text, signature, key) = (vector.Text("signed_text"), vector.Text("signature"), vector.Text("public_key_pem"));
        EasyPaisaSignature.Verifies(Encoding.UTF8.GetBytes(text), signature, key).ShouldBeTrue();
        EasyPaisaSignature.Verifies(Encoding.UTF8.GetBytes(text.Replace("3500", "3501", StringComparison.Ordinal)), signature, key).ShouldBeFalse();
        EasyPaisaSignature.Verifies(Encoding.UTF8.GetBytes(text), "not base64!", key).ShouldBeFalse();
    }

    [Fact]
    public void What_we_sign_verifies_over_the_text_as_sent()
    {
        using var key = RSA.Create(2048);
        const string request = """{"orderId":"BK1","emailAddress":"a+b@example.pk"}""";
        var body = Encoding.UTF8.GetString(EasyPaisaSignature.Wrap(request, key.ExportPkcs8PrivateKeyPem()));
        body.ShouldStartWith("""{"request":{"orderId":"BK1","emailAddress":"a+b@example.pk"},"signature":" """.TrimEnd());
        var signature = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("signature").GetString()!;
        EasyPaisaSignature.Verifies(Encoding.UTF8.GetBytes(request), signature, key.ExportSubjectPublicKeyInfoPem()).ShouldBeTrue();
    }

    [Fact]
    public void An_answer_is_believed_over_its_own_bytes_only()
    {
        using var key = RSA.Create(2048);
        var pem = key.ExportSubjectPublicKeyInfoPem();
        const string compact = """{"orderId":"BK1","responseCode":"0000"}""";
        const string pretty = """{ "orderId": "BK1", "responseCode": "0000" }""";

        Unwrapped(key, pem, sent: compact, signed: compact).ShouldBe(compact);
        Unwrapped(key, pem, sent: pretty, signed: pretty).ShouldBe(pretty);
        Unwrapped(key, pem, sent: compact, signed: pretty).ShouldBeNull();
        Unwrapped(key, pem, sent: pretty, signed: compact).ShouldBeNull();
        EasyPaisaSignature.Unwrap(Encoding.UTF8.GetBytes(compact), pem).ShouldBeNull();
        EasyPaisaSignature.Unwrap("<html>"u8.ToArray(), pem).ShouldBeNull();
    }

    private static string? Unwrapped(RSA key, string pem, string sent, string signed)
    {
        var signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var body = Encoding.UTF8.GetBytes($$"""{"response": {{sent}} ,"signature":"{{signature}}"}""");
        return EasyPaisaSignature.Unwrap(body, pem) is { } response ? Encoding.UTF8.GetString(response.Span) : null;
    }
}
