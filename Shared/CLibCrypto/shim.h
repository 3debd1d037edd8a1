#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#ifndef SUITE_CLIBCRYPTO_SHIM
#define SUITE_CLIBCRYPTO_SHIM

/// SHA-256 of `count` bytes into `digest` (32 bytes). Returns 1, or 0 when libcrypto refuses.
///
/// The context lives on the stack and nothing is looked up: 95 ns for an API key, where the one-shot functions of OpenSSL 3
/// (`SHA256`, `EVP_Q_digest`) fetch the algorithm by name at every call and take 1100 ns. A libcrypto built without the
/// functions that OpenSSL 3.0 deprecated falls back to the one-shot.
static inline int suite_sha256(const void *bytes, size_t count, unsigned char *digest) {
#ifdef OPENSSL_NO_DEPRECATED_3_0
    return SHA256((const unsigned char *)bytes, count, digest) != NULL;
#else
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
    SHA256_CTX context;
    return SHA256_Init(&context) && SHA256_Update(&context, bytes, count) && SHA256_Final(digest, &context);
#pragma clang diagnostic pop
#endif
}

#endif
